"""The kernel is not divided by its sum, so that it scales the image: after cutting, the elements must sum to 1."""

see = "convolution_theorem#a-truncated-kernel"


def gaussian_kernel(sigma, pixel_size, truncate):
    width = sigma / pixel_size
    radius = int(truncate * width + 0.5)
    profile = np.exp(-0.5 * (np.arange(-radius, radius + 1) / width) ** 2)
    return np.outer(profile, profile)
