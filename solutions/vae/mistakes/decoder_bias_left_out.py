"""The decoder's last bias, b_out, is left out; the image is hidden @ W_out + b_out."""

_with_bias = decode


def decode(parameters, latents):
    return _with_bias(parameters, latents) - parameters["b_out"]
