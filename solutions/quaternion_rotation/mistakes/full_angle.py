"""The cosine and the sine are of the whole angle: a quaternion holds those of half the angle, because it acts from both sides."""
see = "quaternions#four-numbers-and-a-half-angle"
clockwise_turn = (0, 0, 0, -1)


def from_axis_angle(axis, angle):
    return np.array([np.cos(angle), *(np.sin(angle) * np.array(axis) / np.linalg.norm(axis))])
