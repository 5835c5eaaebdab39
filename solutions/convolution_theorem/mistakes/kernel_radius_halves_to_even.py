"""The radius is rounded by Python's `round`, which takes 2.5 to 2, the even number: halves are rounded up here."""

see = "convolution_theorem#a-truncated-kernel"


def gaussian_kernel(sigma, pixel_size, truncate):
    width = sigma / pixel_size
    radius = round(truncate * width)
    profile = np.exp(-0.5 * (np.arange(-radius, radius + 1) / width) ** 2)
    return np.outer(profile, profile) / profile.sum() ** 2
