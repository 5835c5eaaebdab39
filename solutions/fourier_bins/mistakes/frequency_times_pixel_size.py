"""The frequencies are multiplied by the pixel size: periods for each pixel divided by Å for each pixel are periods for each Å."""

see = "fourier_transform#bins-of-a-box"


def spatial_frequencies(n, pixel_size):
    return (np.arange(n) - n // 2) / n * pixel_size
