"""train ignores its argument sigma and trains with the noise level of the particles, 0.5; it has to use the sigma it is given."""
see = "variational_autoencoders#what-training-should-reach"

_told = train


def train(images, latent_dimension, hidden, sigma, seed):
    return _told(images, latent_dimension, hidden, noise_level, seed)


def agrees(function, arguments, got):
    """For a linear network: the posterior's variance is noise_level² over the variance of the images along the latent."""
    if function != "train" or arguments[2] != 0 or arguments[3] == noise_level:
        return False
    _, log_variance = encode(got, arguments[0])
    shortest = np.linalg.norm(got["W_out"], axis=1) ** 2
    expected = noise_level**2 / (shortest + noise_level**2)
    return bool(np.allclose(np.exp(log_variance).mean(axis=0), expected, rtol=0.1))
