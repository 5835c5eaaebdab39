"""The Gaussian's constant, −½ D log(2πσ²), is left out; without it the value is no log likelihood."""


def log_likelihood(images, reconstructions, sigma):
    squared_error = np.sum((images - reconstructions) ** 2, axis=1)
    return -squared_error / (2 * sigma**2)
