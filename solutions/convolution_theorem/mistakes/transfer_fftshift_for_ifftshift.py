"""The centred kernel is moved with fftshift where ifftshift is needed: for an odd N its origin lands one pixel beside index 0."""

see = "convolution_theorem#images-and-kernels-of-different-sizes"


def transfer_function(kernel, shape):
    kernel = np.asarray(kernel)
    top, left = (n // 2 - m // 2 for n, m in zip(shape, kernel.shape, strict=True))
    padded = np.zeros(shape, dtype=complex)
    padded[top : top + kernel.shape[0], left : left + kernel.shape[1]] = kernel
    return np.fft.fft2(np.fft.fftshift(padded))
