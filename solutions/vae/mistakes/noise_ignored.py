"""The noise is ignored, so every latent is the posterior's mean; it has to be mean + standard deviation × noise."""


def reparameterise(mean, log_variance, noise):
    return mean + 0 * noise
