"""The template turns about (N − 1)/2 instead of N // 2: for even N everything is up to a pixel off."""
see = "cross_correlation#turn-the-template"


def rotate_template(template, angle):
    return ndimage.rotate(np.asarray(template, dtype=float), -angle, reshape=False, order=3)
