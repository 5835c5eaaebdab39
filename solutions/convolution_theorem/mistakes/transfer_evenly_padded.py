"""The same number of zeros, (N − M) // 2, is put before the kernel as after it: for odd M and even N its origin then misses N // 2."""

see = "convolution_theorem#images-and-kernels-of-different-sizes"


def transfer_function(kernel, shape):
    kernel = np.asarray(kernel)
    top, left = (np.array(shape) - kernel.shape) // 2
    padded = np.zeros(shape, dtype=complex)
    padded[top : top + kernel.shape[0], left : left + kernel.shape[1]] = kernel
    return np.fft.fft2(np.fft.ifftshift(padded))
