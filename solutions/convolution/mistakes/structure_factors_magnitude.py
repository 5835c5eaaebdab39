"""Only the magnitudes are returned: a structure factor has a phase too."""

see = "convolution#a-crystal"

_structure_factors = structure_factors


def structure_factors(motif, steps, indices):
    return np.abs(_structure_factors(motif, steps, indices))
