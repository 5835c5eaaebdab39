"""One transform is conjugated: that is a correlation. In a convolution the two transforms are multiplied as they are."""

see = "fourier_transform#convolution"


def convolve_by_fft(f, g):
    return np.fft.ifft(np.conj(np.fft.fft(f)) * np.fft.fft(g))
