"""The template turns from the rows' axis to the columns' axis: a positive angle leads from +x to +y."""
see = "cross_correlation#turn-the-template"
_turn = rotate_template


def rotate_template(template, angle):
    return _turn(template, -angle)
