"""The views are swapped: 0 is the top view, 1 the side view."""
see = "cross_correlation#from-scores-to-coordinates"
_pick = pick


def pick(micrograph, templates, pixel_size):
    return np.abs(_pick(micrograph, templates, pixel_size) - [0, 0, 1])


def agrees(function, arguments, got):
    if function != "pick":
        return False
    right, got = _pick(*arguments), np.asarray(got, dtype=float)
    distances = np.hypot(right[:, None, 0] - got[:, 0], right[:, None, 1] - got[:, 1]) * arguments[2]
    hit = distances.min(axis=1) <= 30
    return hit.mean() >= 0.7 and np.mean(got[distances.argmin(axis=1), 2][hit] == right[hit, 2]) <= 0.2
