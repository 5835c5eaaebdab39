"""The imaginary part is lost, as in an array of real zeros: make the array complex if one of the images is."""

see = "convolution#two-dimensions"

_convolve2d = convolve2d


def convolve2d(f, h):
    return _convolve2d(f, h).real
