"""The noise is multiplied by the variance, exp(log_variance); it has to be multiplied by the standard deviation, exp(log_variance / 2)."""


def reparameterise(mean, log_variance, noise):
    return mean + np.exp(log_variance) * noise
