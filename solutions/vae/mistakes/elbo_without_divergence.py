"""The ELBO holds no KL term: without it this is an autoencoder with noise, and no lower bound."""


def elbo(parameters, images, noise, sigma):
    mean, log_variance = encode(parameters, images)
    reconstructions = decode(parameters, reparameterise(mean, log_variance, noise))
    return np.mean(log_likelihood(images, reconstructions, sigma))
