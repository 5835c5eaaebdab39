"""The whole kernel is `truncate` standard deviations wide: it reaches that far in each direction, and is twice as wide."""

see = "convolution_theorem#a-truncated-kernel"


def gaussian_kernel(sigma, pixel_size, truncate):
    width = sigma / pixel_size
    radius = int(truncate * width / 2 + 0.5)
    profile = np.exp(-0.5 * (np.arange(-radius, radius + 1) / width) ** 2)
    return np.outer(profile, profile) / profile.sum() ** 2
