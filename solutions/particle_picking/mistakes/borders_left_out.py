"""Peaks at the edge of the map are left out: a pixel at the edge has fewer neighbours but may be a peak."""
see = "cross_correlation#from-scores-to-coordinates"
_peaks = find_peaks


def find_peaks(score, minimum_distance, threshold):
    inner = np.full(np.shape(score), -np.inf)
    inner[1:-1, 1:-1] = np.asarray(score, dtype=float)[1:-1, 1:-1]
    found = _peaks(score, minimum_distance, threshold)
    return np.array([p for p in found if np.isfinite(inner[tuple(p)])], dtype=int).reshape(-1, 2)
