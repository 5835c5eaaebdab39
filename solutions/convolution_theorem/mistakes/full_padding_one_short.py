"""Both arrays are padded to n + m − 2, one row and column too few: the last wraps around to the first; n + m − 1 are needed."""

see = "convolution_theorem#images-and-kernels-of-different-sizes"


def convolve_full(image, kernel):
    shape = [max(n + m - 2, 1) for n, m in zip(np.shape(image), np.shape(kernel), strict=True)]
    return np.fft.ifft2(np.fft.fft2(image, s=shape) * np.fft.fft2(kernel, s=shape))
