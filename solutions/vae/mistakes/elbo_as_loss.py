"""This is the negative of the ELBO, the loss of programs that minimise; the ELBO itself, which is to be maximised, is wanted."""

_to_maximise = elbo


def elbo(parameters, images, noise, sigma):
    return -_to_maximise(parameters, images, noise, sigma)
