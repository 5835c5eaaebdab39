"""irfft2 without the shape makes an even number of columns of any: pass s=image.shape."""
see = "cross_correlation#the-sign-in-full"


def cross_correlate(image, template):
    return np.fft.irfft2(np.fft.rfft2(np.real(image)) * np.conj(np.fft.rfft2(np.real(template))))
