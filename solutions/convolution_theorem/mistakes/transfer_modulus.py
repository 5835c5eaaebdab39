"""The modulus of the transform is returned: the phase says which way a kernel smears, and a negative value turns contrast round."""

see = "convolution_theorem#images-and-kernels-of-different-sizes"
_transfer = transfer_function


def transfer_function(kernel, shape):
    return np.abs(_transfer(kernel, shape))
