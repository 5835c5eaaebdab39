"""The copies are laid down backwards: a convolution keeps the pattern as it is, and its pixel len(pattern) // 2 lies on the delta."""

see = "convolution#copies-at-every-delta"

_stamp = stamp


def stamp(pattern, positions, weights, n):
    return _stamp(np.asarray(pattern)[::-1], positions, weights, n)
