"""The exponent has a plus sign: the forward transform of this course has exp(-2πi …)."""

see = "convolution#a-crystal"

_structure_factors = structure_factors


def structure_factors(motif, steps, indices):
    return np.conj(_structure_factors(motif, steps, indices))
