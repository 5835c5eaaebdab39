"""Only the real part of the aligned convolution is returned: a complex image or kernel gives a complex one."""

see = "convolution_theorem#images-and-kernels-of-different-sizes"
_same = convolve_same


def convolve_same(image, kernel):
    return _same(image, kernel).real
