"""The product is divided by its magnitude, which makes a phase correlation: a cross-correlation keeps the amplitudes."""
see = "cross_correlation#the-sign-in-full"


def cross_correlate(image, template):
    product = np.fft.fft2(image) * np.conj(np.fft.fft2(template))
    return np.fft.ifft2(product / np.maximum(np.abs(product), 1e-12))
