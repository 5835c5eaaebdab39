"""The peaks are given as (x, y): the row comes first."""
see = "cross_correlation#from-scores-to-coordinates"
_peaks = find_peaks


def find_peaks(score, minimum_distance, threshold):
    return _peaks(score, minimum_distance, threshold)[:, ::-1]
