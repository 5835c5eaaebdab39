"""All ten latents are counted; a latent collapses where the data's variance along it does not exceed sigma², and sigma = 1.1 leaves few."""

used_latents = 10
