"""The angle goes into cosine and sine as it is: it is in degrees, they take radians."""
see = "cross_correlation#turn-the-template"
_turn = rotate_template


def rotate_template(template, angle):
    return _turn(template, np.rad2deg(angle))
