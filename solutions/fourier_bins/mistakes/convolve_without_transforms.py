"""The signals themselves are multiplied: it is their transforms that are, and the product is transformed back."""

see = "fourier_transform#convolution"


def convolve_by_fft(f, g):
    return np.asarray(f) * np.asarray(g)
