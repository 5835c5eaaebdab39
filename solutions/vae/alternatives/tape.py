"""The gradient comes from a small tape of operations that is played backwards; densities come as entropies and cross terms."""

import numpy as np


class _Node:
    """A value, and how a change of it is passed on to what it was made of."""

    def __init__(self, value, back=lambda slope: ()):
        self.value, self.back, self.slope = value, back, 0.0

    def __add__(self, other):
        return _Node(self.value + other.value, lambda slope: ((self, slope), (other, slope.sum(0) if other.value.ndim == 1 else slope)))

    def __matmul__(self, other):
        return _Node(self.value @ other.value, lambda slope: ((self, slope @ other.value.T), (other, self.value.T @ slope)))

    def map(self, value, derivative):
        return _Node(value, lambda slope: ((self, slope * derivative),))


def _walk(node, seen):
    if id(node) not in seen:
        seen[id(node)] = node
        for parent, _ in node.back(np.zeros_like(node.value)):
            _walk(parent, seen)
        seen["order"].append(node)


def _play_back(ends):
    seen = {"order": []}
    for end, slope in ends:
        _walk(end, seen)
        end.slope = end.slope + slope
    for node in reversed(seen["order"]):
        for parent, slope in node.back(node.slope):
            parent.slope = parent.slope + slope


def _tanh(node):
    value = np.tanh(node.value)
    return node.map(value, 1 - value**2)


def _heads(nodes, rows):
    rows = _tanh(rows @ nodes["W_in"] + nodes["b_in"]) if "W_in" in nodes else rows
    return rows @ nodes["W_mean"] + nodes["b_mean"], rows @ nodes["W_log_variance"] + nodes["b_log_variance"]


def _picture(nodes, rows):
    rows = _tanh(rows @ nodes["W_latent"] + nodes["b_latent"]) if "W_latent" in nodes else rows
    return rows @ nodes["W_out"] + nodes["b_out"]


def _nodes(parameters):
    return {key: _Node(np.asarray(value)) for key, value in parameters.items()}


def _drawn(log_variance, noise):
    width = np.exp(0.5 * log_variance.value) * noise
    return log_variance.map(width, 0.5 * width)


def reparameterise(mean, log_variance, noise):
    return (_Node(mean) + _drawn(_Node(log_variance), noise)).value


def kl_divergence(mean, log_variance):
    cross_entropy = 0.5 * (np.log(2 * np.pi) + mean**2 + np.exp(log_variance))
    entropy = 0.5 * (np.log(2 * np.pi) + 1 + log_variance)
    return (cross_entropy - entropy).sum(axis=1)


def encode(parameters, images):
    mean, log_variance = _heads(_nodes(parameters), _Node(images))
    return mean.value, log_variance.value


def decode(parameters, latents):
    return _picture(_nodes(parameters), _Node(latents)).value


def log_likelihood(images, reconstructions, sigma):
    return -(np.log(sigma * np.sqrt(2 * np.pi)) + ((images - reconstructions) / sigma) ** 2 / 2).sum(axis=1)


def elbo(parameters, images, noise, sigma):
    mean, log_variance = encode(parameters, images)
    z = reparameterise(mean, log_variance, noise)
    return float(log_likelihood(images, decode(parameters, z), sigma).mean() - kl_divergence(mean, log_variance).mean())


def gradients(parameters, images, noise, sigma):
    nodes, count = _nodes(parameters), len(images)
    mean, log_variance = _heads(nodes, _Node(images))
    picture = _picture(nodes, mean + _drawn(log_variance, noise))
    _play_back([(picture, (images - picture.value) / sigma**2 / count), (mean, -mean.value / count),
                (log_variance, 0.5 * (1 - np.exp(log_variance.value)) / count)])
    return {key: node.slope for key, node in nodes.items()}
