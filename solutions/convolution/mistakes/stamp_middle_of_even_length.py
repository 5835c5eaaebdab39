"""The origin of the pattern is taken at (n - 1) // 2: for even lengths that is one pixel off, it is n // 2."""

see = "convolution#even-sides"

_stamp = stamp


def stamp(pattern, positions, weights, n):
    return _stamp(pattern, np.asarray(positions, dtype=int) + (len(pattern) - 1) % 2, weights, n)
