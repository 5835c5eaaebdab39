"""The kernel is rolled back by (M − 1) // 2: for an even M its origin, index M // 2, then lies beside index 0."""

see = "convolution_theorem#images-and-kernels-of-different-sizes"


def transfer_function(kernel, shape):
    kernel = np.asarray(kernel)
    padded = np.zeros(shape, dtype=complex)
    padded[: kernel.shape[0], : kernel.shape[1]] = kernel
    return np.fft.fft2(np.roll(padded, [-((m - 1) // 2) for m in kernel.shape], axis=(0, 1)))
