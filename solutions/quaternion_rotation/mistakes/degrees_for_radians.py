"""The angle was read as degrees: it comes in radians and must not be converted."""
see = "quaternions#four-numbers-and-a-half-angle"
_from_axis_angle = from_axis_angle


def from_axis_angle(axis, angle):
    return _from_axis_angle(axis, np.deg2rad(angle))
