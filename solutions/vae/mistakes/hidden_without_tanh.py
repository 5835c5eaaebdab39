"""The hidden layers have no tanh; without it two layers in a row are again one linear layer."""


def encode(parameters, images):
    p, hidden = parameters, images
    if "W_in" in p:
        hidden = images @ p["W_in"] + p["b_in"]
    return hidden @ p["W_mean"] + p["b_mean"], hidden @ p["W_log_variance"] + p["b_log_variance"]


def decode(parameters, latents):
    p, hidden = parameters, latents
    if "W_latent" in p:
        hidden = latents @ p["W_latent"] + p["b_latent"]
    return hidden @ p["W_out"] + p["b_out"]
