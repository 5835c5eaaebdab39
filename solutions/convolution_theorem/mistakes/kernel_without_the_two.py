"""The exponent is −x²/σ²: the Gaussian whose standard deviation is σ has −x²/(2σ²)."""

see = "convolution_theorem#a-truncated-kernel"


def gaussian_kernel(sigma, pixel_size, truncate):
    width = sigma / pixel_size
    radius = int(truncate * width + 0.5)
    profile = np.exp(-((np.arange(-radius, radius + 1) / width) ** 2))
    return np.outer(profile, profile) / profile.sum() ** 2
