"""The centre is taken at (n − 1) // 2 instead of n // 2: for even sizes every score is one pixel off."""
see = "cross_correlation#normalised-cross-correlation"
_ncc = normalised_cross_correlation


def normalised_cross_correlation(image, template, mask):
    h, w = np.shape(template)
    return np.roll(_ncc(image, template, mask), ((h - 1) // 2 - h // 2, (w - 1) // 2 - w // 2), axis=(0, 1))
