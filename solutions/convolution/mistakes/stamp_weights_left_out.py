"""The copies all have weight 1: each is to be multiplied by the weight of its delta."""

see = "convolution#copies-at-every-delta"

_stamp = stamp


def stamp(pattern, positions, weights, n):
    return _stamp(pattern, positions, np.ones(len(positions)), n)
