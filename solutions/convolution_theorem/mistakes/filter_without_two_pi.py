"""The exponent is −σ²s²/2: that holds for s in radians per Å; in cycles per Å it is −2π²σ²s²."""

see = "convolution_theorem#three-filters-in-both-spaces"
_filter = gaussian_transfer


def gaussian_transfer(shape, pixel_size, sigma):
    return _filter(shape, pixel_size, sigma / (2 * np.pi))
