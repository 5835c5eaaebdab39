"""Each copy begins at its delta: its pixel len(pattern) // 2, the origin, belongs there."""

see = "convolution#even-sides"

_stamp = stamp


def stamp(pattern, positions, weights, n):
    return _stamp(pattern, np.asarray(positions, dtype=int) + len(pattern) // 2, weights, n)
