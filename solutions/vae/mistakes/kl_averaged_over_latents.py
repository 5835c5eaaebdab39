"""The KL divergence is averaged over the latents; independent latents add up."""


def kl_divergence(mean, log_variance):
    return 0.5 * np.mean(mean**2 + np.exp(log_variance) - 1 - log_variance, axis=1)
