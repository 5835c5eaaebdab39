"""Every pick near a particle counts as right, so that one particle can be found many times: a particle belongs to one pick at most."""
see = "cross_correlation#from-scores-to-coordinates"


def precision_recall(picked, truth, tolerance):
    picked, truth = np.asarray(picked, dtype=float).reshape(-1, 2), np.asarray(truth, dtype=float)
    near = np.hypot(picked[:, None, 0] - truth[:, 0], picked[:, None, 1] - truth[:, 1]) <= tolerance
    return near.any(axis=1).sum() / max(len(picked), 1), near.any(axis=0).sum() / len(truth)
