"""One image, one latent, one pixel at a time, in lists of Python numbers; training adds up the images of small batches."""

import math
import random

import numpy as np


def reparameterise(mean, log_variance, noise):
    return [[m + math.sqrt(math.exp(v)) * e for m, v, e in zip(*rows, strict=True)] for rows in zip(mean, log_variance, noise, strict=True)]


def kl_divergence(mean, log_variance):
    out = []
    for means, logs in zip(mean, log_variance, strict=True):
        total = 0.0
        for m, v in zip(means, logs, strict=True):
            total += (m * m + math.exp(v) - v - 1) / 2
        out.append(total)
    return out


def _layer(row, weights, bias):
    return [bias[j] + sum(row[i] * weights[i][j] for i in range(len(row))) for j in range(len(bias))]


def encode(parameters, images):
    means, logs = [], []
    for row in images:
        if "W_in" in parameters:
            row = [math.tanh(a) for a in _layer(row, parameters["W_in"], parameters["b_in"])]
        means.append(_layer(row, parameters["W_mean"], parameters["b_mean"]))
        logs.append(_layer(row, parameters["W_log_variance"], parameters["b_log_variance"]))
    return [means, logs]


def decode(parameters, latents):
    out = []
    for row in latents:
        if "W_latent" in parameters:
            row = [math.tanh(a) for a in _layer(row, parameters["W_latent"], parameters["b_latent"])]
        out.append(_layer(row, parameters["W_out"], parameters["b_out"]))
    return out


def log_likelihood(images, reconstructions, sigma):
    out = []
    for image, reconstruction in zip(images, reconstructions, strict=True):
        total = 0.0
        for x, y in zip(image, reconstruction, strict=True):
            total -= 0.5 * ((x - y) / sigma) ** 2 + math.log(sigma) + 0.5 * math.log(2 * math.pi)
        out.append(total)
    return out


def elbo(parameters, images, noise, sigma):
    mean, log_variance = encode(parameters, images)
    fits = log_likelihood(images, decode(parameters, reparameterise(mean, log_variance, noise)), sigma)
    return sum(fit - cost for fit, cost in zip(fits, kl_divergence(mean, log_variance), strict=True)) / len(fits)


def gradients(parameters, images, noise, sigma):
    p = parameters
    total = {key: np.zeros(np.shape(value)) for key, value in p.items()}
    for x, e in zip(images, noise, strict=True):
        h = np.tanh(x @ p["W_in"] + p["b_in"]) if "W_in" in p else x
        m, v = h @ p["W_mean"] + p["b_mean"], h @ p["W_log_variance"] + p["b_log_variance"]
        z = m + np.exp(v / 2) * e
        g = np.tanh(z @ p["W_latent"] + p["b_latent"]) if "W_latent" in p else z
        r = (x - g @ p["W_out"] - p["b_out"]) / sigma**2
        total["W_out"] += np.outer(g, r)
        total["b_out"] += r
        back = p["W_out"] @ r
        if "W_latent" in p:
            back = back * (1 - g**2)
            total["W_latent"] += np.outer(z, back)
            total["b_latent"] += back
            back = p["W_latent"] @ back
        for name, own in (("mean", back - m), ("log_variance", 0.5 * back * e * np.exp(v / 2) + 0.5 * (1 - np.exp(v)))):
            total[f"W_{name}"] += np.outer(h, own)
            total[f"b_{name}"] += own
            if "W_in" in p:
                hidden = p[f"W_{name}"] @ own * (1 - h**2)
                total["W_in"] += np.outer(x, hidden)
                total["b_in"] += hidden
    return {key: value / len(images) for key, value in total.items()}


def train(images, latent_dimension, hidden, sigma, seed):
    rng, order = np.random.default_rng(seed), random.Random(seed)
    parameters, memory, steps = initial_parameters(images.shape[1], latent_dimension, hidden, seed), {}, 1200
    for step in range(steps):
        batch = images[order.sample(range(len(images)), min(20, len(images)))]
        noise = rng.standard_normal((len(batch), latent_dimension))
        parameters = adam_step(parameters, gradients(parameters, batch, noise, sigma), memory, 0.02 * (1 - step / steps))
    return parameters
