"""The sign is that of moving the image back onto the template: the shift that took the template to the image was asked for."""
see = "cross_correlation#read-the-shift"
_shift = peak_shift


def peak_shift(image, template):
    dy, dx = _shift(image, template)
    return -dy, -dx
