"""Only the real part of the transform is returned: that of a kernel which is not symmetric about its origin is complex."""

see = "convolution_theorem#images-and-kernels-of-different-sizes"
_transfer = transfer_function


def transfer_function(kernel, shape):
    return _transfer(kernel, shape).real
