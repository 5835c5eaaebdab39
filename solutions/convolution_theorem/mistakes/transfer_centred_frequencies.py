"""The transfer function has frequency 0 in the middle: it is multiplied by numpy's fft2, which has it at [0, 0]."""

see = "convolution_theorem#images-and-kernels-of-different-sizes"
_transfer = transfer_function


def transfer_function(kernel, shape):
    return np.fft.fftshift(_transfer(kernel, shape))
