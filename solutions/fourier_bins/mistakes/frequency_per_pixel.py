"""The frequencies are in periods for each pixel: divide them by the pixel size to get 1/Å."""

see = "fourier_transform#bins-of-a-box"


def spatial_frequencies(n, pixel_size):
    return (np.arange(n) - n // 2) / n
