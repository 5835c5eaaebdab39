"""The times are in seconds: time_rotations returns microseconds, and these were asked for."""
see = "quaternions#quaternion-or-matrix"
microseconds = (6.1e-6, 6.9e-7, 6.7e-9, 4.4e-6)
