"""The share is an integral out to the radius: the kernel has samples, and the last of them stands for half a pixel more."""

see = "convolution_theorem#a-truncated-kernel"


def truncation_error(sigma, pixel_size, radius):
    from scipy.special import erf

    return 2 * (1 - erf(radius * pixel_size / sigma / np.sqrt(2)) ** 2)
