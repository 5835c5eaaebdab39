"""Only the real part of the result is returned: a complex image or kernel gives a complex convolution."""

see = "convolution_theorem#images-and-kernels-of-different-sizes"
_full = convolve_full


def convolve_full(image, kernel):
    return _full(image, kernel).real
