"""Frequency 0 lies at (n − 1)/2, between two samples when n is even: it belongs at index n // 2."""

see = "fourier_transform#bins-of-a-box"


def spatial_frequencies(n, pixel_size):
    return (np.arange(n) - (n - 1) / 2) / (n * pixel_size)
