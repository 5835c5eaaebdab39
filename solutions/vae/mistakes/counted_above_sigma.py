"""The eigenvalues, which are variances, are compared with sigma; a latent stays in use where the variance exceeds sigma²."""

used_latents = 4
