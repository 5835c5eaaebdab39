"""A peak is the highest pixel of a square window about it: compare with the peaks that were kept, by the straight distance."""
see = "cross_correlation#from-scores-to-coordinates"


def find_peaks(score, minimum_distance, threshold):
    score = np.asarray(score, dtype=float)
    window = 2 * int(minimum_distance) + 1
    hills = np.argwhere((score >= threshold) & (score == ndimage.maximum_filter(score, size=window, mode="nearest")))
    return hills[np.argsort(-score[tuple(hills.T)], kind="stable")]
