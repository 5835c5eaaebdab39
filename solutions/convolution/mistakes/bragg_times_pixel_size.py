"""Cycles for each pixel are multiplied by the pixel size: divide by it to get 1/Å (at 1 Å nobody notices)."""

see = "convolution#a-crystal"

_bragg_frequencies = bragg_frequencies


def bragg_frequencies(steps, pixel_size, indices):
    return _bragg_frequencies(steps, 1.0, indices) * pixel_size
