"""Peaks at exactly the minimum distance are dropped: they are kept."""
see = "cross_correlation#from-scores-to-coordinates"


def find_peaks(score, minimum_distance, threshold):
    score = np.asarray(score, dtype=float)
    hills = np.argwhere((score >= threshold) & (score == ndimage.maximum_filter(score, size=3, mode="nearest")))
    kept = []
    for y, x in hills[np.argsort(-score[tuple(hills.T)], kind="stable")]:
        if all(np.hypot(y - b, x - a) > minimum_distance for b, a in kept):
            kept.append((y, x))
    return np.array(kept, dtype=int).reshape(-1, 2)
