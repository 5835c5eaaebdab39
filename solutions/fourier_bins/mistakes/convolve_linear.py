"""The result has 2n − 1 samples: that is the linear convolution; the circular one has as many samples as its signals."""

see = "fourier_transform#convolution"


def convolve_by_fft(f, g):
    size = 2 * len(f) - 1
    return np.fft.ifft(np.fft.fft(f, size) * np.fft.fft(g, size))
