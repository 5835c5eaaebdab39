"""The Gaussian's constant is counted once for each image; every one of the D pixels has it."""


def log_likelihood(images, reconstructions, sigma):
    squared_error = np.sum((images - reconstructions) ** 2, axis=1)
    return -squared_error / (2 * sigma**2) - 0.5 * np.log(2 * np.pi * sigma**2)
