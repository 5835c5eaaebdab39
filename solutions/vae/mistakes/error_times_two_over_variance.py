"""The squared error is weighted 2/σ² where 1/(2σ²) belongs: the 2 stands under the fraction line."""


def log_likelihood(images, reconstructions, sigma):
    squared_error = np.sum((images - reconstructions) ** 2, axis=1)
    pixels = images.shape[1]
    return -2 * squared_error / sigma**2 - 0.5 * pixels * np.log(2 * np.pi * sigma**2)
