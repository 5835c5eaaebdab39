"""Both arrays are padded to n + m, so that the result ends in a row and a column of zeros: it has n + m − 1 in each direction."""

see = "convolution_theorem#images-and-kernels-of-different-sizes"


def convolve_full(image, kernel):
    shape = [n + m for n, m in zip(np.shape(image), np.shape(kernel), strict=True)]
    return np.fft.ifft2(np.fft.fft2(image, s=shape) * np.fft.fft2(kernel, s=shape))
