"""The conjugate stands on the image's transform instead of the template's: the peak is at minus the shift."""
see = "cross_correlation#the-sign-in-full"


def cross_correlate(image, template):
    return np.fft.ifft2(np.conj(np.fft.fft2(image)) * np.fft.fft2(template))
