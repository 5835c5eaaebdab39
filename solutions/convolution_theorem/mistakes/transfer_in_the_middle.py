"""The padded kernel stays in the middle: an FFT takes index 0 for the origin, so that every second frequency changes sign."""

see = "convolution_theorem#images-and-kernels-of-different-sizes"


def transfer_function(kernel, shape):
    kernel = np.asarray(kernel)
    top, left = (n // 2 - m // 2 for n, m in zip(shape, kernel.shape, strict=True))
    padded = np.zeros(shape, dtype=complex)
    padded[top : top + kernel.shape[0], left : left + kernel.shape[1]] = kernel
    return np.fft.fft2(padded)
