"""The zero shift is moved to the middle with fftshift: it belongs at index (0, 0)."""
see = "cross_correlation#read-the-shift"


def cross_correlate(image, template):
    return np.fft.fftshift(np.fft.ifft2(np.fft.fft2(image) * np.conj(np.fft.fft2(template))))
