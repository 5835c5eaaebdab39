"""The KL divergence uses the standard deviation, exp(log_variance / 2), where the variance belongs; the variance is exp(log_variance)."""


def kl_divergence(mean, log_variance):
    return 0.5 * np.sum(mean**2 + np.exp(log_variance / 2) - 1 - log_variance, axis=1)
