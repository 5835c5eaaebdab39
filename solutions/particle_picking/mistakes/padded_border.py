"""The border has scores of templates that hang over the edge, on pixels made up as zeros: score 0 there."""
see = "cross_correlation#normalised-cross-correlation"
_ncc = normalised_cross_correlation


def normalised_cross_correlation(image, template, mask):
    h, w = np.shape(template)
    return _ncc(np.pad(np.asarray(image, dtype=float), ((h, h), (w, w))), template, mask)[h:-h, w:-w]
