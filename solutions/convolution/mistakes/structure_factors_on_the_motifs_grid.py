"""The motif is transformed at multiples of 1 over its own size: Bragg peaks are where the lattice has them, at h/A and k/B."""

see = "convolution#a-crystal"

_structure_factors = structure_factors


def structure_factors(motif, steps, indices):
    return _structure_factors(motif, np.shape(motif), indices)
