"""train returns the network that it started from: adam_step leaves its argument alone and returns new parameters; keep those."""
see = "variational_autoencoders#what-training-should-reach"


def train(images, latent_dimension, hidden, sigma, seed):
    return initial_parameters(images.shape[1], latent_dimension, hidden, seed)


def agrees(function, arguments, got):
    if function != "train":
        return False
    images, latent_dimension, hidden, _, seed = arguments
    start = initial_parameters(images.shape[1], latent_dimension, hidden, seed)
    return all(np.allclose(got[key], start[key]) for key in start)
