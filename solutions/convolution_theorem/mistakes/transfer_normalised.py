"""The kernel is divided by its sum first: H[0, 0] is the sum of the kernel as it was given."""

see = "convolution_theorem#images-and-kernels-of-different-sizes"
_transfer = transfer_function


def transfer_function(kernel, shape):
    return _transfer(np.asarray(kernel) / np.sum(kernel), shape)
