"""The result is divided by the number of pixels: the inverse transform has done so already."""
see = "cross_correlation#the-sign-in-full"
_correlate = cross_correlate


def cross_correlate(image, template):
    return _correlate(image, template) / np.size(image)
