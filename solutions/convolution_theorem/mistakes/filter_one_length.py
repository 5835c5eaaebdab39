"""The columns get the frequencies k/N of the rows: each axis has its own N."""

see = "convolution_theorem#three-filters-in-both-spaces"


def gaussian_transfer(shape, pixel_size, sigma):
    rows, columns = (np.fft.fftfreq(n, pixel_size) * n / shape[0] for n in shape)
    return np.exp(-2 * (np.pi * sigma) ** 2 * (rows[:, np.newaxis] ** 2 + columns**2))
