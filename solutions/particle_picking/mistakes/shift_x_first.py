"""The shifts are in the order (x, y): rows, so y, come first."""
see = "cross_correlation#read-the-shift"
_shift = peak_shift


def peak_shift(image, template):
    return tuple(_shift(image, template))[::-1]
