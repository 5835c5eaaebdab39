"""The squared error is weighted 1/σ² where 1/(2σ²) belongs."""


def log_likelihood(images, reconstructions, sigma):
    squared_error = np.sum((images - reconstructions) ** 2, axis=1)
    pixels = images.shape[1]
    return -squared_error / sigma**2 - 0.5 * pixels * np.log(2 * np.pi * sigma**2)
