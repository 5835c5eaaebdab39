"""Positions are counted from the first pixel of the motif: the origin is its pixel (my // 2, mx // 2), or all phases turn."""

see = "convolution#a-crystal"

_structure_factors = structure_factors


def structure_factors(motif, steps, indices):
    turns = np.asarray(indices) / np.asarray(steps) @ (np.array(np.shape(motif)) // 2)
    return _structure_factors(motif, steps, indices) * np.exp(-2j * np.pi * turns)
