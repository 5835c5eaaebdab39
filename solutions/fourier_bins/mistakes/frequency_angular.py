"""The frequencies carry a factor 2π: a spatial frequency counts periods for each Å, not radians."""

see = "fourier_transform#bins-of-a-box"


def spatial_frequencies(n, pixel_size):
    return 2 * np.pi * (np.arange(n) - n // 2) / (n * pixel_size)
