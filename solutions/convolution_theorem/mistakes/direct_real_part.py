"""The sum is kept in an array of real numbers, so that imaginary parts are lost: make it complex where an argument is."""

see = "convolution_theorem#circular-and-linear"
_direct = convolve_direct


def convolve_direct(image, kernel):
    return _direct(image, kernel).real
