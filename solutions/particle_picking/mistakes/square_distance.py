"""The distance is the larger of the two differences, or a square window: it is the straight distance."""
see = "cross_correlation#from-scores-to-coordinates"


def find_peaks(score, minimum_distance, threshold):
    score = np.asarray(score, dtype=float)
    hills = np.argwhere((score >= threshold) & (score == ndimage.maximum_filter(score, size=3, mode="nearest")))
    kept = []
    for y, x in hills[np.argsort(-score[tuple(hills.T)], kind="stable")]:
        if all(max(abs(y - b), abs(x - a)) >= minimum_distance for b, a in kept):
            kept.append((y, x))
    return np.array(kept, dtype=int).reshape(-1, 2)
