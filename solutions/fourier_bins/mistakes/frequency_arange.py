"""The axis comes from arange(-1/2, 1/2, 1/n): for odd n it begins at the wrong place, and rounding can make it one too long."""

see = "fourier_transform#bins-of-a-box"


def spatial_frequencies(n, pixel_size):
    return np.arange(-0.5, 0.5, 1 / n) / pixel_size
