"""The peaks are in cycles for each pixel: divide by the pixel size to get 1/Å."""

see = "convolution#a-crystal"

_bragg_frequencies = bragg_frequencies


def bragg_frequencies(steps, pixel_size, indices):
    return _bragg_frequencies(steps, 1.0, indices)
