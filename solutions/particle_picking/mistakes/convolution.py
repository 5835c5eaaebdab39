"""The transforms are multiplied without a conjugate: that is a convolution, in which the template is flipped."""
see = "cross_correlation#correlation-and-convolution"


def cross_correlate(image, template):
    return np.fft.ifft2(np.fft.fft2(image) * np.fft.fft2(template))
