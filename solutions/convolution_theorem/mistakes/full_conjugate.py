"""The transform of the kernel is conjugated: that is a cross-correlation; a convolution multiplies the transforms as they are."""

see = "convolution_theorem#circular-and-linear"


def convolve_full(image, kernel):
    shape = [n + m - 1 for n, m in zip(np.shape(image), np.shape(kernel), strict=True)]
    return np.fft.ifft2(np.fft.fft2(image, s=shape) * np.conj(np.fft.fft2(kernel, s=shape)))
