# %% [markdown]
# # A variational autoencoder by hand
#
# Week W18, stream *sharpen*. About three and a half hours. Read first:
# [Variational autoencoders](../../book/variational_autoencoders.md).
#
# Afterwards you can
#
# * draw from a normal distribution so that the draw can be differentiated,
# * write the evidence lower bound (ELBO) with every constant in it, in nats per image,
# * differentiate a small network by hand and check the result with finite differences,
# * train a variational autoencoder (VAE) with NumPy and say from a formula how good the best linear one can be,
# * recognise a collapsed posterior and say what caused it.
#
# **The model.** An image $x$ has $D$ pixels and is written as a row. A *latent* $z$ is a row of a few numbers, drawn from the prior
# $N(0, I)$. The *decoder* turns $z$ into a noiseless image $\hat x(z)$; white Gaussian noise of standard deviation $\sigma$ is added to
# every pixel, so $p(x \mid z) = N(\hat x(z), \sigma^2 I)$. The *encoder* turns $x$ into the mean $m$ and the log variance $v = \log s^2$
# of an approximate posterior $q(z \mid x) = N(m, \mathrm{diag}(s^2))$. Training **maximises**
#
# $$\mathrm{ELBO} = \frac1N \sum_{i=1}^{N} \Big\{ \mathbb E_{q(z \mid x_i)}\big[\log p(x_i \mid z)\big]
#   - \mathrm{KL}\big[q(z \mid x_i) \,\|\, N(0, I)\big] \Big\} \;\le\; \frac1N \sum_i \log p(x_i),$$
#
# where $N$ is the number of images. All logarithms are natural: the unit is the nat.
#
# **The networks.** One dictionary of arrays, `parameters`, describes both. With $L$ latents and $H$ hidden units:
#
# | key | shape | used for |
# |---|---|---|
# | `W_in`, `b_in` | (D, H), (H,) | hidden layer of the encoder, $h = \tanh(x W_\text{in} + b_\text{in})$ |
# | `W_mean`, `b_mean` | (H, L), (L,) | $m = h W_\text{mean} + b_\text{mean}$ |
# | `W_log_variance`, `b_log_variance` | (H, L), (L,) | $v = h W_\text{log variance} + b_\text{log variance}$ |
# | `W_latent`, `b_latent` | (L, H), (H,) | hidden layer of the decoder, $g = \tanh(z W_\text{latent} + b_\text{latent})$ |
# | `W_out`, `b_out` | (H, D), (D,) | $\hat x = g W_\text{out} + b_\text{out}$ |
#
# The **linear** network has no hidden layers. It lacks the four keys `W_in`, `b_in`, `W_latent`, `b_latent`; then $h = x$ and $g = z$, so
# `W_mean` and `W_log_variance` have shape (D, L) and `W_out` has shape (L, D). Either all four keys are there or none. Every function
# below must work for both.

# %% given="imports"
import mrcfile
import numpy as np

# %% [markdown]
# **The data.** `data/particles.mrcs` holds 400 projections of a body with an arm. The arm swings about a hinge: most particles are near
# one of two states, 120° apart, with some spread about each. The noise has standard deviation 0.5 in every pixel. `images` below are the
# particles as rows, minus their average image. Without that subtraction every hidden unit sees the same large number in all images and
# its tanh saturates.

# %% given="data"
with mrcfile.open("data/particles.mrcs") as stack:
    particles = stack.data.astype(float)  # (400, 12, 12)
    pixel_size = float(stack.voxel_size.x)  # Å

images = particles.reshape(len(particles), -1)
images = images - images.mean(axis=0)
noise_level = 0.5


# %% [markdown]
# Three functions are given. `initial_parameters` draws a network, `adam_step` climbs one step, and `linear_optimum` is the best ELBO that
# any linear network can reach on these images, in closed form (Tipping & Bishop 1999; the chapter explains it). `nothing_yet` is a linear
# network of one pixel and one latent whose numbers are all zero, for the examples.

# %% given="tools"
nothing_yet = {"W_mean": np.zeros((1, 1)), "b_mean": np.zeros(1), "W_log_variance": np.zeros((1, 1)), "b_log_variance": np.zeros(1),
               "W_out": np.zeros((1, 1)), "b_out": np.zeros(1)}


def initial_parameters(pixels, latent_dimension, hidden, seed):
    """Random parameters to start from; ``hidden=0`` is the linear network."""
    rng = np.random.default_rng(seed)

    def layer(name, rows, columns, scale=1.0):
        weights = scale * rng.standard_normal((rows, columns)) / np.sqrt(rows)
        return {f"W_{name}": weights, f"b_{name}": np.zeros(columns)}

    parameters = {}
    if hidden:
        parameters |= layer("in", pixels, hidden) | layer("latent", latent_dimension, hidden)
    parameters |= layer("mean", hidden or pixels, latent_dimension)
    parameters |= layer("log_variance", hidden or pixels, latent_dimension, scale=0.1)
    return parameters | layer("out", hidden or latent_dimension, pixels, scale=0.1)


def adam_step(parameters, gradient, memory, rate):
    """One step of Adam **uphill**; returns the new parameters.

    ``memory`` is a dict that you create empty and hand in again at every step; ``rate`` is about the length of the step of each number.
    """
    count = memory["count"] = memory.get("count", 0) + 1
    climbed = {}
    for key, slope in gradient.items():
        first, second = memory.get(key, (0.0, 0.0))
        first, second = memory[key] = (0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2)
        climbed[key] = parameters[key] + rate * first / (1 - 0.9**count) / (np.sqrt(second / (1 - 0.999**count)) + 1e-8)
    return climbed


def linear_optimum(images, latent_dimension, sigma):
    """The highest ELBO of a linear VAE on ``images``, nats per image."""
    centred = images - images.mean(axis=0)
    variances = np.linalg.eigvalsh(centred.T @ centred / len(images))[::-1]
    model = np.full_like(variances, sigma**2)
    model[:latent_dimension] = np.maximum(variances[:latent_dimension], sigma**2)
    return -0.5 * np.sum(np.log(2 * np.pi * model) + variances / model)


# %% [markdown]
# ## 1. A draw that can be differentiated
#
# $z = m + s\,\varepsilon$, with $\varepsilon$ drawn from $N(0, 1)$ beforehand and $s$ the standard deviation that belongs to the log
# variance $v = \log s^2$. The noise is an argument here and everywhere below, so that every function of this exercise is deterministic.

# %% solution="reparameterise"
def reparameterise(mean, log_variance, noise):
    """Latents drawn from N(mean, exp(log_variance)), as a function of noise drawn from N(0, 1).

    Kingma & Welling 2014, Auto-Encoding Variational Bayes, section 2.4.

    Parameters
    ----------
    mean : ndarray, shape (images, latents)
    log_variance : ndarray, shape (images, latents)
        Natural logarithm of the variance.
    noise : ndarray, shape (images, latents)
        Standard normal numbers.

    Returns
    -------
    ndarray, shape (images, latents)
    """
    ### BEGIN SOLUTION
    return mean + np.exp(log_variance / 2) * noise
    ### END SOLUTION


# %% example="reparameterise"
assert np.allclose(reparameterise(np.array([[2.0]]), np.array([[0.0]]), np.array([[-0.5]])), [[1.5]])

# %% [markdown]
# ## 2. The divergence from the prior
#
# $\mathrm{KL}[q \| p] = \int q(z) \log \frac{q(z)}{p(z)}\, dz$ with $q = N(m, \mathrm{diag}(s^2))$ and $p = N(0, I)$. Work the integral
# out for one latent; you know three checks: it is zero for $m = 0$, $s = 1$, it is never negative, and it equals $m^2/2$ for $s = 1$.

# %% solution="kl_divergence"
def kl_divergence(mean, log_variance):
    """KL divergence of N(mean, exp(log_variance)) from the prior N(0, I), for each image.

    Kingma & Welling 2014, appendix B (which writes the negative of it).

    Parameters
    ----------
    mean : ndarray, shape (images, latents)
    log_variance : ndarray, shape (images, latents)
        Natural logarithm of the variance.

    Returns
    -------
    ndarray, shape (images,)
        Nats, zero or more, summed over the latents.
    """
    ### BEGIN SOLUTION
    return 0.5 * np.sum(mean**2 + np.exp(log_variance) - 1 - log_variance, axis=1)
    ### END SOLUTION


# %% example="kl_divergence"
assert np.allclose(kl_divergence(np.array([[0.0], [1.0]]), np.array([[0.0], [0.0]])), [0.0, 0.5])

# %% [markdown]
# ## 3. The two networks
#
# As in the table above. `"W_in" in parameters` tells whether there are hidden layers.

# %% solution="networks"
def encode(parameters, images):
    """Mean and log variance of the approximate posterior of each image.

    Parameters
    ----------
    parameters : dict of str to ndarray
        See the table at the top; with or without hidden layers.
    images : ndarray, shape (images, pixels)

    Returns
    -------
    mean, log_variance : ndarray, each of shape (images, latents)
    """
    ### BEGIN SOLUTION
    hidden = images
    if "W_in" in parameters:
        hidden = np.tanh(images @ parameters["W_in"] + parameters["b_in"])
    mean = hidden @ parameters["W_mean"] + parameters["b_mean"]
    return mean, hidden @ parameters["W_log_variance"] + parameters["b_log_variance"]
    ### END SOLUTION


def decode(parameters, latents):
    """The noiseless image of each latent.

    Parameters
    ----------
    parameters : dict of str to ndarray
        See the table at the top; with or without hidden layers.
    latents : ndarray, shape (images, latents)

    Returns
    -------
    ndarray, shape (images, pixels)
    """
    ### BEGIN SOLUTION
    hidden = latents
    if "W_latent" in parameters:
        hidden = np.tanh(latents @ parameters["W_latent"] + parameters["b_latent"])
    return hidden @ parameters["W_out"] + parameters["b_out"]
    ### END SOLUTION


# %% example="networks"
assert np.allclose(decode({"W_out": np.array([[1.0, 2.0]]), "b_out": np.array([0.0, 0.5])}, np.array([[3.0]])), [[3.0, 6.5]])

# %% [markdown]
# ## 4. How likely is an image, given its reconstruction
#
# $\log p(x \mid z)$ for $x$ distributed as $N(\hat x, \sigma^2 I)$. Keep the constant, $-\tfrac12 D \log(2\pi\sigma^2)$: without it the
# number is not a log likelihood and cannot be compared between two values of $\sigma$.

# %% solution="log_likelihood"
def log_likelihood(images, reconstructions, sigma):
    """Logarithm of the Gaussian probability density of each image.

    Parameters
    ----------
    images, reconstructions : ndarray, shape (images, pixels)
    sigma : float
        Standard deviation of the noise in a pixel.

    Returns
    -------
    ndarray, shape (images,)
        Nats, with every constant, summed over the pixels.
    """
    ### BEGIN SOLUTION
    squared_error = np.sum((images - reconstructions) ** 2, axis=1)
    return -squared_error / (2 * sigma**2) - 0.5 * images.shape[1] * np.log(2 * np.pi * sigma**2)
    ### END SOLUTION


# %% example="log_likelihood"
assert np.allclose(log_likelihood(np.array([[1.0]]), np.array([[1.0]]), 1.0), [-0.9189385])

# %% [markdown]
# ## 5. The bound
#
# The expectation over $q$ is replaced by the single draw that `noise` gives for each image. The ELBO is to be **maximised**: a better
# model has a higher one. (Programs that minimise use its negative and call that the loss.)

# %% solution="elbo"
def elbo(parameters, images, noise, sigma):
    """Evidence lower bound with one draw for each image, the mean over the images.

    Parameters
    ----------
    parameters : dict of str to ndarray
        See the table at the top; with or without hidden layers.
    images : ndarray, shape (images, pixels)
    noise : ndarray, shape (images, latents)
        Standard normal numbers.
    sigma : float
        Standard deviation of the noise in a pixel.

    Returns
    -------
    float
        Nats per image; higher is better.
    """
    ### BEGIN SOLUTION
    mean, log_variance = encode(parameters, images)
    reconstructions = decode(parameters, reparameterise(mean, log_variance, noise))
    return np.mean(log_likelihood(images, reconstructions, sigma) - kl_divergence(mean, log_variance))
    ### END SOLUTION


# %% example="elbo"
assert np.allclose(elbo(nothing_yet, np.array([[0.0], [2.0]]), np.zeros((2, 1)), 1.0), -0.9189385 - 1.0)

# %% [markdown]
# ## 6. Its gradient
#
# The derivative of `elbo(parameters, images, noise, sigma)` with respect to every number in `parameters`, the noise held fixed. Write it
# by hand, from the image back to the encoder. Check it yourself: change one number by $\pm 10^{-5}$ and compare with the difference of
# your `elbo`.

# %% solution="gradients"
def gradients(parameters, images, noise, sigma):
    """Gradient of the ELBO (not of its negative) for fixed noise.

    Parameters
    ----------
    parameters : dict of str to ndarray
        See the table at the top; with or without hidden layers.
    images : ndarray, shape (images, pixels)
    noise : ndarray, shape (images, latents)
        Standard normal numbers.
    sigma : float
        Standard deviation of the noise in a pixel.

    Returns
    -------
    dict of str to ndarray
        The same keys and shapes as ``parameters``: derivatives of the mean over the images.
    """
    ### BEGIN SOLUTION
    p, count, nonlinear = parameters, len(images), "W_in" in parameters
    h = np.tanh(images @ p["W_in"] + p["b_in"]) if nonlinear else images
    m = h @ p["W_mean"] + p["b_mean"]
    v = h @ p["W_log_variance"] + p["b_log_variance"]
    s = np.exp(v / 2)
    z = m + s * noise
    g = np.tanh(z @ p["W_latent"] + p["b_latent"]) if nonlinear else z

    slope = {}
    d_image = (images - g @ p["W_out"] - p["b_out"]) / (sigma**2 * count)
    slope["W_out"], slope["b_out"] = g.T @ d_image, d_image.sum(axis=0)
    d_z = d_image @ p["W_out"].T
    if nonlinear:
        d_g = d_z * (1 - g**2)
        slope["W_latent"], slope["b_latent"] = z.T @ d_g, d_g.sum(axis=0)
        d_z = d_g @ p["W_latent"].T
    d_m = d_z - m / count
    d_v = d_z * noise * s / 2 - (s**2 - 1) / (2 * count)
    slope["W_mean"], slope["b_mean"] = h.T @ d_m, d_m.sum(axis=0)
    slope["W_log_variance"], slope["b_log_variance"] = h.T @ d_v, d_v.sum(axis=0)
    if nonlinear:
        d_h = (d_m @ p["W_mean"].T + d_v @ p["W_log_variance"].T) * (1 - h**2)
        slope["W_in"], slope["b_in"] = images.T @ d_h, d_h.sum(axis=0)
    return slope
    ### END SOLUTION


# %% example="gradients"
assert np.allclose(gradients(nothing_yet, np.array([[0.0], [2.0]]), np.zeros((2, 1)), 1.0)["b_out"], [1.0])

# %% [markdown]
# ## 7. Training
#
# Start from `initial_parameters`, draw fresh noise for every step, and climb; use `adam_step` or an optimiser of your own. Train on
# `images`:
#
# * the linear network (`hidden=0`) must come within **0.5 nat per image** of `linear_optimum`, for one latent and for two, also when told
#   another `sigma`;
# * with one latent and `hidden=8` the network must lie at least **3 nats per image above** `linear_optimum(images, 1, sigma)`: a straight
#   line cannot follow the arm, a curve can.
#
# The grader computes the ELBO of the parameters you return itself, averaged over many draws. One call should take a few seconds; it is
# stopped after 40 s. `train` must use no random numbers but those of `np.random.default_rng(seed)`, so that it can be repeated.

# %% given="compare"
def compare(latent_dimension, hidden, sigma=noise_level, seed=0):
    """Train on all images; returns your ELBO, averaged over 20 draws, and the best ELBO of a linear network, nats per image."""
    parameters = train(images, latent_dimension, hidden, sigma, seed)
    draws = np.random.default_rng(seed + 1).standard_normal((20, len(images), latent_dimension))
    return np.mean([elbo(parameters, images, noise, sigma) for noise in draws]), linear_optimum(images, latent_dimension, sigma)


# %% solution="train"
def train(images, latent_dimension, hidden, sigma, seed):
    """Parameters that maximise the ELBO of ``images``.

    Parameters
    ----------
    images : ndarray, shape (images, pixels)
        Their mean over the images is zero.
    latent_dimension : int
        Number of latents, 1 or more.
    hidden : int
        Units in each hidden layer; 0 means the linear network, without hidden layers.
    sigma : float
        Standard deviation of the noise in a pixel.
    seed : int
        The same seed gives the same parameters.

    Returns
    -------
    dict of str to ndarray
        See the table at the top.
    """
    ### BEGIN SOLUTION
    rng = np.random.default_rng(seed)
    parameters = initial_parameters(images.shape[1], latent_dimension, hidden, seed)
    memory, steps = {}, 800
    for step in range(steps):
        noise = rng.standard_normal((len(images), latent_dimension))
        parameters = adam_step(parameters, gradients(parameters, images, noise, sigma), memory, 0.02 * (1 - step / steps))
    return parameters
    ### END SOLUTION


# %% example="train"
assert callable(train)  # then call compare(1, 0), compare(2, 0) and compare(1, 8) in a cell of your own

# %% [markdown]
# ## 8. How many latents stay in use
#
# Suppose a linear VAE with **ten** latents is trained on `images` until nothing improves, but it is told `sigma = 1.1` instead of 0.5.
# Some latents then collapse: for every image their posterior is the prior, and the decoder does not look at them. How many of the ten do
# **not** collapse?

# %% solution="used_latents"
# used_latents: a whole number from 0 to 10
### BEGIN SOLUTION
used_latents = 3
### END SOLUTION

# %% example="used_latents"
assert 0 <= used_latents <= 10

# %% [markdown]
# ## 9. In your own words: the trick
#
# What exactly is reparameterised, why can the gradient of the bound with respect to the encoder not simply be taken through a call such
# as `rng.normal(mean, deviation)`, and why does the answer stay right when one draw stands for the whole expectation? Four to six
# sentences.

# %% [markdown] written="why_reparameterise"
# ### BEGIN SOLUTION
# The latent, a random number whose distribution depends on the encoder, is rewritten as $z = m + s\,\varepsilon$: a fixed function of the
# encoder's outputs $m$, $s$ and of noise $\varepsilon$ whose distribution depends on no parameter. In `rng.normal(mean, deviation)` the
# dependence on $m$ and $s$ sits in the distribution one averages over, and a number that has been drawn carries no derivative with
# respect to it. After rewriting, the average is over $\varepsilon$, so derivative and average may be exchanged:
# $\nabla\,\mathbb E_\varepsilon[f(m + s\varepsilon)] = \mathbb E_\varepsilon[\nabla f(m + s\varepsilon)]$, with
# $\partial z/\partial m = 1$ and $\partial z/\partial s = \varepsilon$. One draw for each image gives an unbiased estimate of that
# gradient, and the error averages out over images and steps. The score-function estimator needs no such rewriting, but its variance is
# much larger.
#
# Rubric:
#
# * 1 point: names the rewriting $z = m + s\varepsilon$ with noise that does not depend on the parameters.
# * 1 point: says that a drawn number carries no derivative with respect to the distribution it came from (the parameters sit in the
#   measure).
# * 1 point: says that derivative and expectation now exchange, so one draw is an unbiased (noisy) estimate.
# ### END SOLUTION

# %% [markdown]
# ## 10. In your own words: the KL term
#
# What would training do if the KL term were *added* instead of subtracted? What is posterior collapse, and by which two numbers would
# you notice it? Name two causes of it, one of which you can find in section 8. Is a collapsed latent always a failure of the training?

# %% [markdown] written="posterior_collapse"
# ### BEGIN SOLUTION
# Subtracted, the KL term holds every posterior near the prior: information in the latent costs nats and must pay for itself in
# likelihood. Added, it rewards posteriors that are as far from the prior as possible; it has no upper limit, so means run away and
# variances go to zero or infinity, the objective diverges and is no longer a lower bound of the log evidence. Collapse means that
# $q(z \mid x)$ equals the prior for every image and the decoder ignores that latent. One sees it as a KL of (nearly) 0 nats for that
# latent, averaged over the images, and as a variance over the images of the posterior mean of (nearly) 0; the ELBO is that of a model
# with fewer latents. Causes: a $\sigma$ larger than the standard deviation of the data along that direction, as in section 8; saturated
# hidden units or an encoder that learns more slowly than the KL term pulls; a decoder that models the data without the latent. It is no
# failure when the data hold no further variance above $\sigma^2$: there the collapsed latent is the optimum.
#
# Rubric:
#
# * 1 point: an added KL drives posteriors away from the prior without limit (or: the objective is no lower bound any more).
# * 1 point: collapse is posterior = prior for every image, so the latent tells nothing about the image.
# * 1 point: KL of that latent near 0 and no variance of its posterior mean (or an equivalent pair).
# * 1 point: two causes, one of them too large a sigma, and that collapse can be the optimum.
# ### END SOLUTION
