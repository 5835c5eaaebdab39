"""Training sets the noise to zero; then the likelihood does not depend on the log variance, and the KL term alone drives it to 0."""
see = "variational_autoencoders#the-reparameterisation-trick"


def train(images, latent_dimension, hidden, sigma, seed):
    parameters, memory = initial_parameters(images.shape[1], latent_dimension, hidden, seed), {}
    noise = np.zeros((len(images), latent_dimension))
    for step in range(800):
        parameters = adam_step(parameters, gradients(parameters, images, noise, sigma), memory, 0.02 * (1 - step / 800))
    return parameters


def agrees(function, arguments, got):
    """Posteriors as wide as the prior, and means that shrink because the decoder was never shown the width."""
    if function != "train":
        return False
    images = arguments[0]
    mean, log_variance = encode(got, images)
    left_over = np.mean((images - decode(got, mean)) ** 2)
    return bool(np.abs(log_variance).max() < 0.1 and mean.std() < 1 and left_over < 0.95 * np.mean(images**2))
