"""The kernel is rolled by +M // 2, further away from index 0: roll it back, by −(M // 2)."""

see = "convolution_theorem#images-and-kernels-of-different-sizes"


def transfer_function(kernel, shape):
    kernel = np.asarray(kernel)
    padded = np.zeros(shape, dtype=complex)
    padded[: kernel.shape[0], : kernel.shape[1]] = kernel
    return np.fft.fft2(np.roll(padded, [m // 2 for m in kernel.shape], axis=(0, 1)))
