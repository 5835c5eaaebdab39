"""A pair exactly as far apart as the tolerance is left out: it is a match."""
see = "cross_correlation#from-scores-to-coordinates"
_both = precision_recall


def precision_recall(picked, truth, tolerance):
    return _both(picked, truth, np.nextafter(tolerance, 0))
