"""The template is reversed with [::-1] before convolving, which takes index 0 to N − 1: every peak is one pixel off in both directions."""
see = "cross_correlation#correlation-and-convolution"


def cross_correlate(image, template):
    return np.fft.ifft2(np.fft.fft2(image) * np.fft.fft2(np.conj(template)[::-1, ::-1]))
