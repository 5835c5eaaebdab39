"""The noise is ignored, so every latent is the posterior's mean and its width plays no part; the latent is mean + standard deviation × noise."""

def reparameterise(mean, log_variance, noise):
    return mean + 0 * noise
