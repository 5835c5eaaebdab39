"""The log likelihood is averaged over the pixels; pixels with independent noise multiply their densities, so the logarithms add up."""


def log_likelihood(images, reconstructions, sigma):
    return np.mean(-(images - reconstructions) ** 2 / (2 * sigma**2) - 0.5 * np.log(2 * np.pi * sigma**2), axis=1)
