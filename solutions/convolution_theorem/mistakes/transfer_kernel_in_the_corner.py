"""The kernel is padded but not moved: its origin stays at index M // 2, and the filtered image is shifted by that much."""

see = "convolution_theorem#images-and-kernels-of-different-sizes"


def transfer_function(kernel, shape):
    return np.fft.fft2(kernel, s=shape)
