"""The KL term has its sign turned: a KL divergence is never negative, and the ELBO subtracts it."""


def kl_divergence(mean, log_variance):
    return 0.5 * np.sum(1 + log_variance - mean**2 - np.exp(log_variance), axis=1)
