"""Everything in single precision with einsum, arrays in Fortran order; training climbs by plain momentum with mirrored noise."""

import numpy as np


def _f(array):
    return np.asarray(array, dtype=np.float32, order="F")


def reparameterise(mean, log_variance, noise):
    return _f(_f(mean) + _f(noise) * np.sqrt(np.exp(_f(log_variance))))


def kl_divergence(mean, log_variance):
    mean, log_variance = _f(mean), _f(log_variance)
    return np.float32(0.5) * (np.einsum("nl,nl->n", mean, mean) + (np.expm1(log_variance) - log_variance).sum(-1))


def _layer(parameters, name, rows):
    return np.einsum("ni,ij->nj", rows, _f(parameters[f"W_{name}"])) + _f(parameters[f"b_{name}"])


def encode(parameters, images):
    rows = _f(images)
    if "b_in" in parameters:
        rows = np.tanh(_layer(parameters, "in", rows))
    return np.asfortranarray(np.stack([_layer(parameters, "mean", rows), _layer(parameters, "log_variance", rows)]))


def decode(parameters, latents):
    rows = _f(latents)
    if "b_latent" in parameters:
        rows = np.tanh(_layer(parameters, "latent", rows))
    return np.asfortranarray(_layer(parameters, "out", rows))


def log_likelihood(images, reconstructions, sigma):
    residual = (_f(images) - _f(reconstructions)) / np.float32(sigma)
    return np.float32(-0.5) * np.einsum("nd,nd->n", residual, residual) - residual.shape[1] * np.float32(np.log(np.sqrt(2 * np.pi) * sigma))


def elbo(parameters, images, noise, sigma):
    mean, log_variance = encode(parameters, images)
    image = decode(parameters, reparameterise(mean, log_variance, noise))
    return np.array((log_likelihood(images, image, sigma) - kl_divergence(mean, log_variance)).mean())


def gradients(parameters, images, noise, sigma):
    p, x, e = {key: _f(array) for key, array in parameters.items()}, _f(images), _f(noise)
    h = np.tanh(_layer(p, "in", x)) if "W_in" in p else x
    m, v = _layer(p, "mean", h), _layer(p, "log_variance", h)
    width = np.exp(v / 2) * e
    g = np.tanh(_layer(p, "latent", m + width)) if "W_in" in p else m + width
    slope = {}

    def through(name, rows, up):
        slope[f"b_{name}"] = np.einsum("nj->j", up)
        slope[f"W_{name}"] = _f(np.einsum("ni,nj->ij", rows, up))
        return np.einsum("nj,ij->ni", up, p[f"W_{name}"])

    up = through("out", g, (x - _layer(p, "out", g)) / np.float32(sigma**2 * len(x)))
    if "W_in" in p:
        up = through("latent", m + width, up - up * g * g)
    below = through("mean", h, up - m / len(x)) + through("log_variance", h, (up * width - np.expm1(v) / len(x)) / 2)
    if "W_in" in p:
        through("in", x, below - below * h * h)
    return slope


def train(images, latent_dimension, hidden, sigma, seed):
    rng = np.random.default_rng(seed)
    parameters = {key: _f(array) for key, array in initial_parameters(images.shape[1], latent_dimension, hidden, seed).items()}
    speed, steps = dict.fromkeys(parameters, 0.0), 600
    for step in range(steps):
        noise = rng.standard_normal((len(images), latent_dimension))
        up, down = gradients(parameters, images, noise, sigma), gradients(parameters, images, -noise, sigma)
        length = np.sqrt(sum(np.sum(((up[key] + down[key]) / 2) ** 2) for key in up))
        rate = 0.004 * min(1.0, 10 / length) * min(1.0, 2 - 2 * step / steps)  # a step is clipped where the slope is steep
        for key in parameters:
            speed[key] = 0.9 * speed[key] + rate * (up[key] + down[key]) / 2
            parameters[key] = _f(parameters[key] + speed[key])
    return parameters
