"""The box is taken to be n − 1 pixels long: n pixels are n pixel sizes long, edge to edge."""

see = "fourier_transform#bins-of-a-box"


def spatial_frequencies(n, pixel_size):
    return (np.arange(n) - n // 2) / (max(n - 1, 1) * pixel_size)
