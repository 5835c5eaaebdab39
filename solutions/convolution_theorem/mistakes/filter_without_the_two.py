"""The exponent is −π²σ²s²: the transform of exp(−x²/(2σ²)) falls as exp(−2π²σ²s²)."""

see = "convolution_theorem#three-filters-in-both-spaces"
_filter = gaussian_transfer


def gaussian_transfer(shape, pixel_size, sigma):
    return _filter(shape, pixel_size, sigma / np.sqrt(2))
