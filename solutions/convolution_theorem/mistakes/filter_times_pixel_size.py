"""Cycles per pixel are multiplied by the pixel size: divided by it they are cycles per Å."""

see = "convolution_theorem#three-filters-in-both-spaces"
_filter = gaussian_transfer


def gaussian_transfer(shape, pixel_size, sigma):
    return _filter(shape, 1 / pixel_size, sigma)
