"""The transforms have the size of the image, so that the end wraps around to the beginning: pad both to n + m − 1 first."""

see = "convolution_theorem#circular-and-linear"


def convolve_full(image, kernel):
    shape = np.shape(image)
    return np.fft.ifft2(np.fft.fft2(image) * np.fft.fft2(kernel, s=shape))
