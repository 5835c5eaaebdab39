"""The imaginary part is lost, as in an array of real zeros: make the array complex if one of the signals is."""

see = "convolution#the-sum"

_convolve = convolve


def convolve(f, h):
    return _convolve(f, h).real
