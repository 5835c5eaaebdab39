"""This is KL[p‖q], prior from posterior; the ELBO needs KL[q‖p], the mean under the posterior q of log q/p."""


def kl_divergence(mean, log_variance):
    return 0.5 * np.sum((1 + mean**2) * np.exp(-log_variance) - 1 + log_variance, axis=1)
