"""The result is larger than the template, because the canvas grows with the turn (reshape=True): the shape stays."""
see = "cross_correlation#turn-the-template"


def rotate_template(template, angle):
    return ndimage.rotate(np.asarray(template, dtype=float), -angle, reshape=True, order=3)
