"""The filter has the standard deviation σ in Fourier space, too: there it is 1/(2πσ), a broad blur is a narrow filter."""

see = "convolution_theorem#three-filters-in-both-spaces"


def gaussian_transfer(shape, pixel_size, sigma):
    rows, columns = (np.fft.fftfreq(n, pixel_size) for n in shape)
    return np.exp(-(rows[:, np.newaxis] ** 2 + columns**2) / (2 * max(sigma, 1e-9) ** 2))
