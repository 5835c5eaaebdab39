"""The signals are padded and the result is cut: what runs over the end has to come in again at the beginning."""

see = "fourier_transform#convolution"


def convolve_by_fft(f, g):
    n = len(f)
    return np.fft.ifft(np.fft.fft(f, 2 * n) * np.fft.fft(g, 2 * n))[:n]
