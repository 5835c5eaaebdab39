"""The kernel is divided by 2πσ², the area under the whole Gaussian: what is cut off is then missing from the sum."""

see = "convolution_theorem#a-truncated-kernel"


def gaussian_kernel(sigma, pixel_size, truncate):
    width = sigma / pixel_size
    radius = int(truncate * width + 0.5)
    profile = np.exp(-0.5 * (np.arange(-radius, radius + 1) / width) ** 2)
    return np.outer(profile, profile) / (2 * np.pi * width**2)
