"""Every local maximum is a peak: of those nearer to each other than the minimum distance only the highest may stay."""
see = "cross_correlation#from-scores-to-coordinates"
_peaks = find_peaks


def find_peaks(score, minimum_distance, threshold):
    return _peaks(score, 0, threshold)
