"""The gradient has its sign turned: it is that of the loss, and a step along it lowers the ELBO."""

_uphill = gradients


def gradients(parameters, images, noise, sigma):
    return {key: -slope for key, slope in _uphill(parameters, images, noise, sigma).items()}
