"""A peak is dropped because of a higher one that was itself dropped: compare with the peaks that were kept."""
see = "cross_correlation#from-scores-to-coordinates"


def find_peaks(score, minimum_distance, threshold):
    score = np.asarray(score, dtype=float)
    hills = np.argwhere((score >= threshold) & (score == ndimage.maximum_filter(score, size=3, mode="nearest")))
    hills = hills[np.argsort(-score[tuple(hills.T)], kind="stable")]
    kept = [p for i, p in enumerate(hills) if all(np.hypot(*(p - q)) >= minimum_distance for q in hills[:i])]
    return np.array(kept, dtype=int).reshape(-1, 2)
