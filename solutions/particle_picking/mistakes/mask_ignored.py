"""The mask is not used: only pixels under it count, in the sum and in the means and deviations of both."""
see = "cross_correlation#normalised-cross-correlation"
_ncc = normalised_cross_correlation


def normalised_cross_correlation(image, template, mask):
    return _ncc(image, template, np.ones(np.shape(template)))
