"""The axis is used with the length it has: divide it by its length before multiplying it by the sine."""
see = "quaternions#four-numbers-and-a-half-angle"


def from_axis_angle(axis, angle):
    return np.array([np.cos(angle / 2), *(np.sin(angle / 2) * np.array(axis))])
