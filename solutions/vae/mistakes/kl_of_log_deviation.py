"""In the KL divergence log_variance is read as log s; it is log s², so the variance is exp(log_variance)."""


def kl_divergence(mean, log_variance):
    return 0.5 * np.sum(mean**2 + np.exp(2 * log_variance) - 1 - 2 * log_variance, axis=1)
