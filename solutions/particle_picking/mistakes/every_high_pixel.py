"""Pixels on the slope of a hill count as peaks as soon as they are far enough from its top: a peak is no lower than its neighbours."""
see = "cross_correlation#from-scores-to-coordinates"


def find_peaks(score, minimum_distance, threshold):
    score = np.asarray(score, dtype=float)
    high = np.argwhere(score >= threshold)
    kept = []
    for y, x in high[np.argsort(-score[tuple(high.T)], kind="stable")]:
        if all((y - b) ** 2 + (x - a) ** 2 >= minimum_distance**2 for b, a in kept):
            kept.append((y, x))
    return np.array(kept, dtype=int).reshape(-1, 2)
