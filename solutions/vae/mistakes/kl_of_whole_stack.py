"""The KL divergence is summed over all images into one number; one number for each image is wanted, summed over the latents (axis 1)."""


def kl_divergence(mean, log_variance):
    return 0.5 * np.sum(mean**2 + np.exp(log_variance) - 1 - log_variance)
