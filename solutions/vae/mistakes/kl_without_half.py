"""The factor ½ in front of the KL divergence is missing: with variance 1 it has to be half the squared mean."""


def kl_divergence(mean, log_variance):
    return np.sum(mean**2 + np.exp(log_variance) - 1 - log_variance, axis=1)
