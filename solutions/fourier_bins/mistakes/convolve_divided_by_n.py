"""The result is divided by n: with no factor in the forward transform, the sum of the result is the product of the two sums."""

see = "fourier_transform#convolution"


def convolve_by_fft(f, g):
    return np.fft.ifft(np.fft.fft(f) * np.fft.fft(g)) / len(f)
