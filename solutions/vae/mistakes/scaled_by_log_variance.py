"""The noise is multiplied by log_variance itself; it has to be multiplied by the standard deviation, exp(log_variance / 2)."""


def reparameterise(mean, log_variance, noise):
    return mean + log_variance * noise
