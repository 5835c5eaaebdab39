"""The −1 inside the KL divergence is missing, so that the prior has a divergence of ½ nat per latent from itself instead of 0."""


def kl_divergence(mean, log_variance):
    return 0.5 * np.sum(mean**2 + np.exp(log_variance) - log_variance, axis=1)
