"""A match is judged by y and x one by one: the straight distance counts."""
see = "cross_correlation#from-scores-to-coordinates"


def precision_recall(picked, truth, tolerance):
    picked, truth = np.asarray(picked, dtype=float).reshape(-1, 2), np.asarray(truth, dtype=float)
    distances = np.maximum(np.abs(picked[:, None, 0] - truth[:, 0]), np.abs(picked[:, None, 1] - truth[:, 1]))
    matched = 0
    while distances.size and distances.min() <= tolerance:
        i, j = np.unravel_index(np.argmin(distances), distances.shape)
        distances[i, :] = distances[:, j] = np.inf
        matched += 1
    return matched / max(len(picked), 1), matched / len(truth)
