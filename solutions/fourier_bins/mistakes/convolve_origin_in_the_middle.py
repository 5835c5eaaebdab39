"""The result is turned by half the box: with the origin at index 0 in both signals no shift of the halves is wanted."""

see = "fourier_transform#convolution"


def convolve_by_fft(f, g):
    return np.fft.fftshift(np.fft.ifft(np.fft.fft(f) * np.fft.fft(g)))
