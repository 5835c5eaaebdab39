"""Cycles for each pixel are multiplied by the pixel size: divide by it to get 1/Å."""

see = "convolution#broad-here-narrow-there"

_gaussian_lowpass = gaussian_lowpass


def gaussian_lowpass(image, pixel_size, sigma):
    return _gaussian_lowpass(image, 1 / pixel_size, sigma)
