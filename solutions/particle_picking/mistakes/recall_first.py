"""Recall comes first, precision second: precision is out of the picks and comes first."""
see = "cross_correlation#from-scores-to-coordinates"
_both = precision_recall


def precision_recall(picked, truth, tolerance):
    return tuple(_both(picked, truth, tolerance))[::-1]
