"""The two steps are exchanged: h goes with the step down the rows, k with the one across the columns."""

see = "convolution#a-crystal"

_bragg_frequencies, _structure_factors = bragg_frequencies, structure_factors


def bragg_frequencies(steps, pixel_size, indices):
    return _bragg_frequencies((steps[1], steps[0]), pixel_size, indices)


def structure_factors(motif, steps, indices):
    return _structure_factors(motif, (steps[1], steps[0]), indices)
