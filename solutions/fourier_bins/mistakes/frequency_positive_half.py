"""Only the frequencies from 0 upwards are there: an axis of n samples has negative ones as well, n in all."""

see = "fourier_transform#bins-of-a-box"


def spatial_frequencies(n, pixel_size):
    return np.fft.rfftfreq(n, pixel_size)
