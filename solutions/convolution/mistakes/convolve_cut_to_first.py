"""Only the first n elements are returned: the full convolution has n + m - 1, and its end is missing."""

see = "convolution#even-sides"

_convolve = convolve


def convolve(f, h):
    return _convolve(f, h)[: len(f)]
