"""The radius is rounded down: it is the nearest whole number of pixels."""

see = "convolution_theorem#a-truncated-kernel"


def gaussian_kernel(sigma, pixel_size, truncate):
    width = sigma / pixel_size
    radius = int(truncate * width + 1e-9)
    profile = np.exp(-0.5 * (np.arange(-radius, radius + 1) / width) ** 2)
    return np.outer(profile, profile) / profile.sum() ** 2
