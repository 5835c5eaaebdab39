"""Hidden checks of `vae`. Oracles: SciPy's densities, quadrature, complex-step derivatives, and the eigenvalues of the covariance."""

import mrcfile
import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from scipy.stats import multivariate_normal, norm

from autograder.checks import as_array, cases, close, equal, leaves_arguments_alone, require, task

NOISE_LEVEL = 0.5
EIGHTHS = st.integers(-8, 8).map(lambda n: n / 4)
SIGMAS = st.sampled_from([1.0, 0.5, 2.0])


# What the checks know about the model, written apart from the reference. `_bound` also takes complex parameters, for derivatives.

def _encode(p, images):
    hidden = np.tanh(p["b_in"] + images.dot(p["W_in"])) if "W_in" in p else images
    return p["b_mean"] + hidden.dot(p["W_mean"]), p["b_log_variance"] + hidden.dot(p["W_log_variance"])


def _decode(p, latents):
    hidden = np.tanh(p["b_latent"] + latents.dot(p["W_latent"])) if "W_latent" in p else latents
    return p["b_out"] + hidden.dot(p["W_out"])


def _bound(p, images, noise, sigma):
    mean, log_variance = _encode(p, images)
    residual = (images - _decode(p, mean + np.sqrt(np.exp(log_variance)) * noise)) / sigma
    log_p = -(residual**2).sum(axis=1) / 2 - images.shape[1] * (np.log(sigma) + np.log(2 * np.pi) / 2)
    divergence = ((mean**2 - log_variance - 1 + np.exp(log_variance)) / 2).sum(axis=1)
    return (log_p - divergence).sum() / len(images)


def _slope(p, images, noise, sigma, key):
    """Complex-step derivative of `_bound` with respect to every element of one array."""
    slope = np.zeros(p[key].shape)
    for index in np.ndindex(slope.shape):
        moved = p[key].astype(complex)
        moved[index] += 1e-30j
        slope[index] = _bound({**p, key: moved}, images, noise, sigma).imag / 1e-30
    return slope


def _divergence(mean, log_variance):
    """KL divergence from the prior by quadrature, one value for each image."""
    t = np.linspace(-14, 14, 4001)
    deviation = np.sqrt(np.exp(log_variance))[..., None]
    z = mean[..., None] + deviation * t
    integrand = norm.pdf(t) * (norm.logpdf(z, mean[..., None], deviation) - norm.logpdf(z))
    return np.trapezoid(integrand, t, axis=-1).sum(axis=-1)


# Problems: networks, images and noise from a handful of small whole numbers, so that a failing case is easy to look at.

def _network(pixels, latents, hidden, seed):
    rng = np.random.default_rng(seed)

    def layer(name, rows, columns):
        weights, bias = rng.standard_normal((rows, columns)), rng.standard_normal(columns)
        return {f"W_{name}": np.round(4 * weights) / 8, f"b_{name}": np.round(4 * bias) / 8}

    parameters = layer("in", pixels, hidden) | layer("latent", latents, hidden) if hidden else {}
    parameters |= layer("mean", hidden or pixels, latents) | layer("log_variance", hidden or pixels, latents)
    return parameters | layer("out", hidden or latents, pixels)


def _problem(count, pixels, latents, hidden, seed):
    rng = np.random.default_rng(seed + 1000)
    images = np.round(4 * rng.standard_normal((count, pixels))) / 4
    noise = np.round(4 * rng.standard_normal((count, latents))) / 4
    return _network(pixels, latents, hidden, seed), images, noise


SIZES = {"count": st.integers(1, 4), "pixels": st.integers(1, 5), "latents": st.integers(1, 3), "hidden": st.sampled_from([0, 1, 2, 4]),
         "seed": st.integers(0, 20)}
LINEAR = {"count": 3, "pixels": 5, "latents": 2, "hidden": 0, "seed": 1}
CURVED = {"count": 4, "pixels": 5, "latents": 2, "hidden": 3, "seed": 2}


def _pair(got):
    """Mean and log variance as the student's `encode` returned them."""
    two = isinstance(got, (list, tuple, np.ndarray)) and np.ndim(got) != 0 and len(got) == 2
    require(two, "did not return two arrays, the mean and the log variance", got=got)
    return got[0], got[1]


def _like(got, parameters):
    """The student's dict, with the keys and shapes of `parameters` and real numbers in it."""
    require(isinstance(got, dict), "did not return a dict", got=got, help="Return one array for each key of the parameters.")
    keys = {str(key) for key in got}
    require(keys == set(parameters), f"returned a dict with the keys {sorted(keys)}, expected {sorted(parameters)}",
            help="The network without hidden layers has no W_in, b_in, W_latent, b_latent.")
    arrays = {}
    for key, wanted in parameters.items():
        try:
            arrays[key] = as_array(got[key], shape=wanted.shape, help="A bias has one number for each unit: add up over the images.")
        except AssertionError as failure:
            failure.problem = f"under the key {key} {failure.problem}"
            failure.args = (failure.problem,)
            raise
        require(bool(np.isreal(arrays[key]).all()), f"returned complex numbers under the key {key}")
        arrays[key] = np.real(arrays[key])
    return arrays


def _check_slopes(student, problem, keys, *, sigma=0.75, help=""):
    parameters, images, noise = problem
    got = _like(student.gradients(parameters, images, noise, sigma), parameters)
    for key in keys:
        expected = _slope(parameters, images, noise, sigma, key)
        try:
            close(got[key], expected, rtol=1e-3, atol=1e-4, help=help)
        except AssertionError as failure:
            failure.problem = f"under the key {key} {failure.problem}"
            failure.args = (failure.problem,)
            raise


# Reparameterise.

@task("reparameterise", points=1)
def test_no_noise_gives_the_mean(student):
    """Without noise the latent is the mean, whatever the variance."""
    mean = np.array([[1.5, -2.0], [0.25, 3.0]])
    close(student.reparameterise(mean, np.array([[0.5, 1.0], [-2.0, 0.0]]), np.zeros((2, 2))), mean)


@task("reparameterise", points=1)
def test_variance_nine_moves_by_three(student):
    """With variance 9, noise 1 moves the latent by 3 and noise −2 by −6."""
    close(student.reparameterise(np.array([[10.0], [10.0]]), np.log([[9.0], [9.0]]), np.array([[1.0], [-2.0]])), [[13.0], [4.0]],
          help="log_variance is the logarithm of the variance; the standard deviation is its square root.")


@task("reparameterise", points=1)
@cases(draws=hnp.arrays(float, st.tuples(st.just(3), st.integers(1, 4), st.integers(1, 3)), elements=EIGHTHS))
def test_sample_is_the_normal_quantile(student, draws):
    """Noise at the p-quantile of N(0, 1) gives the p-quantile of the posterior, in every latent of every image."""
    mean, log_variance, noise = draws
    expected = norm.ppf(norm.cdf(noise), loc=mean, scale=np.sqrt(np.exp(log_variance)))
    close(student.reparameterise(mean, log_variance, noise), expected, help="mean + standard deviation × noise.")


@task("reparameterise", points=1)
def test_reparameterise_leaves_its_arguments(student):
    """reparameterise does not change its arguments."""
    leaves_arguments_alone(student.reparameterise, np.array([[1.0, 2.0]]), np.array([[0.5, -1.0]]), np.array([[0.25, -0.5]]))


# KL divergence.

@task("kl_divergence", points=1)
def test_prior_has_no_divergence(student):
    """The divergence of the prior from itself is 0."""
    close(student.kl_divergence(np.zeros((2, 3)), np.zeros((2, 3))), [0.0, 0.0])


@task("kl_divergence", points=1)
def test_shifted_prior(student):
    """With variance 1 the divergence is half the squared length of the mean, a positive number for each image."""
    close(student.kl_divergence(np.array([[3.0, 4.0], [0.0, 1.0]]), np.zeros((2, 2))), [12.5, 0.5],
          help="A divergence is never negative; one number for each image, summed over the latents.")


@task("kl_divergence", points=1)
def test_divergence_of_another_variance(student):
    """With mean 0 and variance 4 the divergence is 0.807 nats; with variance 1/4 it is 0.318 nats."""
    close(student.kl_divergence(np.zeros((2, 1)), np.log([[4.0], [0.25]])), [1.5 - np.log(2), np.log(2) - 0.375],
          help="The argument is log s², not log s; and KL[q‖p] is not KL[p‖q].")


@task("kl_divergence", points=2)
@cases(posterior=hnp.arrays(float, st.tuples(st.just(2), st.integers(1, 4), st.integers(1, 3)), elements=EIGHTHS))
def test_divergence_is_the_integral(student, posterior):
    """The divergence equals the integral of q log(q/p), summed over the latents."""
    mean, log_variance = posterior
    close(student.kl_divergence(mean, log_variance), _divergence(mean, log_variance))


# Networks.

@task("networks", points=1)
def test_linear_encoder(student):
    """Without hidden layers mean and log variance are straight lines in the pixels."""
    parameters = {"W_mean": np.array([[1.0], [2.0]]), "b_mean": np.array([0.5]), "W_log_variance": np.array([[-1.0], [0.5]]),
                  "b_log_variance": np.array([-2.0]), "W_out": np.zeros((1, 2)), "b_out": np.zeros(2)}
    mean, log_variance = _pair(student.encode(parameters, np.array([[1.0, 1.0], [3.0, 0.0], [0.0, -2.0]])))
    close(mean, [[3.5], [3.5], [-3.5]], help="The first of the two is the mean, images @ W_mean + b_mean.")
    close(log_variance, [[-2.5], [-5.0], [-3.0]], help="The second is the log variance itself: no exponential, no square root.")


@task("networks", points=1)
def test_linear_decoder(student):
    """Without hidden layers the image is a straight line in the latents."""
    parameters = _network(3, 2, 0, 5)
    parameters |= {"W_out": np.array([[1.0, 0.0, 2.0], [0.0, -1.0, 1.0]]), "b_out": np.array([4.0, 5.0, 6.0])}
    close(student.decode(parameters, np.array([[0.0, 0.0], [2.0, 3.0]])), [[4.0, 5.0, 6.0], [6.0, 2.0, 13.0]])


@task("networks", points=1)
def test_hidden_units_of_the_encoder(student):
    """A hidden unit of the encoder far from zero gives ±1, and mean and log variance are weighted sums of the hidden units."""
    parameters = _network(1, 1, 2, 3) | {
        "W_in": np.array([[50.0, 0.0]]), "b_in": np.array([0.0, np.arctanh(0.5)]),
        "W_mean": np.array([[3.0], [2.0]]), "b_mean": np.array([0.25]),
        "W_log_variance": np.array([[1.0], [-4.0]]), "b_log_variance": np.array([0.5])}
    mean, log_variance = _pair(student.encode(parameters, np.array([[1.0], [-1.0]])))
    close(mean, [[4.25], [-1.75]], help="The hidden layer is tanh(images @ W_in + b_in); the layers after it have no tanh.")
    close(log_variance, [[-0.5], [-2.5]], help="The hidden layer is tanh(images @ W_in + b_in); the layers after it have no tanh.")


@task("networks", points=1)
def test_hidden_units_of_the_decoder(student):
    """A hidden unit of the decoder far from zero gives ±1, and pixels are weighted sums of the hidden units that may exceed 1."""
    parameters = _network(2, 1, 2, 4) | {
        "W_latent": np.array([[50.0, 0.0]]), "b_latent": np.array([0.0, np.arctanh(-0.5)]), "W_out": np.array([[3.0, 1.0], [2.0, -4.0]]),
        "b_out": np.array([0.5, 10.0])}
    close(student.decode(parameters, np.array([[1.0], [-1.0]])), [[2.5, 13.0], [-3.5, 11.0]],
          help="The hidden layer is tanh(latents @ W_latent + b_latent); the pixels have no tanh.")


@task("networks", points=2)
@cases([LINEAR, CURVED], **SIZES)
def test_networks_of_any_size(student, count, pixels, latents, hidden, seed):
    """Encoder and decoder follow the table for every number of images, pixels, latents and hidden units."""
    parameters, images, noise = _problem(count, pixels, latents, hidden, seed)
    mean, log_variance = _pair(student.encode(parameters, images))
    close(mean, _encode(parameters, images)[0])
    close(log_variance, _encode(parameters, images)[1])
    close(student.decode(parameters, noise), _decode(parameters, noise))


# Log likelihood.

@task("log_likelihood", points=1)
def test_perfect_reconstruction(student):
    """A perfect reconstruction of D pixels has log density −½ D log(2πσ²)."""
    image = np.array([[1.0, -2.0, 0.5, 3.0]])
    got = as_array(student.log_likelihood(np.vstack([image, image]), np.vstack([image, image + 1]), 0.5), shape=(2,))
    close(got[0], 4 * norm.logpdf(0, scale=0.5),
          help="The constant depends on sigma and counts once for every pixel.")


@task("log_likelihood", points=1)
def test_cost_of_an_error(student):
    """An error of one standard deviation in one pixel costs half a nat, an error of two costs two."""
    image = np.zeros((3, 2))
    got = as_array(student.log_likelihood(image, np.array([[0.0, 0.0], [3.0, 0.0], [0.0, -6.0]]), 3.0), shape=(3,))
    close(got - got[0], [0.0, -0.5, -2.0], help="The squared error is divided by 2σ².")


@task("log_likelihood", points=1)
def test_density_integrates_to_one(student):
    """The density of a one-pixel image adds up to 1 over all its values."""
    values = np.linspace(-10, 10, 801)
    got = as_array(student.log_likelihood(values[:, None], np.full((801, 1), 0.5), 0.75), shape=(801,))
    with np.errstate(over="ignore"):
        total = np.exp(np.real(got)).sum() * (values[1] - values[0])
    close(total, 1.0, rtol=1e-3, help="A log likelihood without its constant is not normalised.")


@task("log_likelihood", points=2)
@cases([{"rows": np.array([[[1.0, 2.0]], [[0.0, 0.0]]]), "sigma": 2.0}], sigma=SIGMAS,
       rows=hnp.arrays(float, st.tuples(st.just(2), st.integers(1, 4), st.integers(1, 5)), elements=EIGHTHS))
def test_log_likelihood_is_scipys(student, rows, sigma):
    """The log likelihood of each image is the sum of SciPy's normal log densities of its pixels."""
    close(student.log_likelihood(rows[0], rows[1], sigma), norm.logpdf(rows[0], rows[1], sigma).sum(axis=1))


# ELBO.

@task("elbo", points=1)
def test_model_that_knows_nothing(student):
    """When posterior and prior agree and the image is reconstructed perfectly, only the Gaussian's constant is left."""
    parameters = {key: np.zeros_like(array) for key, array in _network(6, 2, 3, 0).items()}
    close(student.elbo(parameters, np.zeros((3, 6)), np.array([[1.0, -0.5], [0.25, 2.0], [0.0, 1.0]]), 0.5), 6 * norm.logpdf(0, scale=0.5))


@task("elbo", points=2)
def test_bound_is_tight_at_the_true_posterior(student):
    """For a linear decoder with the true posterior in the encoder, the mean ELBO equals the log marginal likelihood."""
    weights, offset, sigma = np.array([[1.5, -0.5, 2.0, 0.25]]), np.array([0.5, 1.0, -1.0, 0.0]), 0.8
    variance = sigma**2 / (sigma**2 + np.sum(weights**2))
    towards = variance * weights.T / sigma**2
    parameters = {"W_mean": towards, "b_mean": -offset @ towards, "W_log_variance": np.zeros((4, 1)), "b_log_variance": np.log([variance]),
                  "W_out": weights, "b_out": offset}
    images = np.array([[2.0, 0.5, 1.0, -0.5], [-1.0, 1.5, -3.0, 0.25], [0.5, 0.5, 0.0, 1.0]])
    ones = np.ones((3, 1))  # noise +1 and −1 have the mean and the variance of N(0, 1): exact for a quadratic
    up, down = (as_array(student.elbo(parameters, images, sign * ones, sigma), shape=()) for sign in (1, -1))
    evidence = multivariate_normal(offset, weights.T @ weights + sigma**2 * np.eye(4)).logpdf(images)
    close((up + down) / 2, evidence.mean(), help="Log likelihood with its constant, minus the divergence, the mean over the images.")


@task("elbo", points=1)
def test_repeating_the_stack_changes_nothing(student):
    """A stack that holds every image twice has the same ELBO: it is a mean over images, not a sum."""
    parameters, images, noise = _problem(**LINEAR)
    close(student.elbo(parameters, np.vstack([images, images]), np.vstack([noise, noise]), 0.75), _bound(parameters, images, noise, 0.75))


@task("elbo", points=3)
@cases([LINEAR | {"sigma": 1.0}, CURVED | {"sigma": 0.5}], sigma=SIGMAS, **SIZES)
def test_elbo_of_any_network(student, count, pixels, latents, hidden, seed, sigma):
    """The ELBO is the mean over images of SciPy's log density minus the integrated divergence."""
    parameters, images, noise = _problem(count, pixels, latents, hidden, seed)
    mean, log_variance = _encode(parameters, images)
    reconstructions = _decode(parameters, mean + np.sqrt(np.exp(log_variance)) * noise)
    expected = norm.logpdf(images, reconstructions, sigma).sum(axis=1) - _divergence(mean, log_variance)
    close(student.elbo(parameters, images, noise, sigma), expected.mean(), atol=1e-4)


@task("elbo", points=1)
def test_elbo_leaves_its_arguments(student):
    """elbo does not change its arguments."""
    leaves_arguments_alone(student.elbo, *_problem(**CURVED), 0.75)


# Gradients.

@task("gradients", points=1)
def test_gradient_has_the_shape_of_the_parameters(student):
    """The gradient is a dict with the keys and shapes of the parameters, with and without hidden layers."""
    for sizes in (LINEAR, CURVED):
        parameters, images, noise = _problem(**sizes)
        _like(student.gradients(parameters, images, noise, 0.75), parameters)


@task("gradients", points=2)
def test_slope_of_a_linear_decoder(student):
    """Linear network: the derivatives with respect to the decoder agree with the complex-step derivative of the ELBO."""
    _check_slopes(student, _problem(**LINEAR), ["W_out", "b_out"],
                  help="The residual over σ², averaged over the images; uphill means towards the image.")


@task("gradients", points=1)
def test_slope_of_the_mean(student):
    """Linear network: the derivatives with respect to the encoder's mean agree with the complex-step derivative of the ELBO."""
    _check_slopes(student, _problem(**LINEAR), ["W_mean", "b_mean"], help="The mean moves the latent and it moves the KL term.")


@task("gradients", points=2)
def test_slope_of_the_log_variance(student):
    """Linear network: the derivatives with respect to the log variance agree with the complex-step derivative of the ELBO."""
    _check_slopes(student, _problem(**LINEAR), ["W_log_variance", "b_log_variance"],
                  help="The log variance moves the latent, by exp(log_variance / 2) × noise / 2, and it moves the KL term.")


@task("gradients", points=1)
def test_slope_of_the_decoders_hidden_layer(student):
    """With hidden layers: the derivatives with respect to the decoder agree with the complex-step derivative of the ELBO."""
    _check_slopes(student, _problem(**CURVED), ["W_out", "b_out", "W_latent", "b_latent"],
                  help="The derivative of tanh(a) is 1 − tanh(a)².")


@task("gradients", points=1)
def test_slope_of_the_encoders_hidden_layer(student):
    """With hidden layers: the derivatives with respect to the encoder agree with the complex-step derivative of the ELBO."""
    _check_slopes(student, _problem(**CURVED), ["W_mean", "b_mean", "W_log_variance", "b_log_variance", "W_in", "b_in"],
                  help="The encoder's hidden layer feeds the mean and the log variance: add up both shares.")


@task("gradients", points=2)
@cases([{**LINEAR, "count": 1, "sigma": 1.0}], sigma=SIGMAS, **SIZES)
def test_slope_of_any_network(student, count, pixels, latents, hidden, seed, sigma):
    """The gradient agrees with the complex-step derivative for every number of images, pixels, latents and hidden units."""
    problem = _problem(count, pixels, latents, hidden, seed)
    _check_slopes(student, problem, list(problem[0]), sigma=sigma)


@task("gradients", points=1)
def test_gradient_belongs_to_your_elbo(student):
    """A small step along your gradient raises your own ELBO by the step times its squared length."""
    parameters, images, noise = _problem(**CURVED)
    slope = _like(student.gradients(parameters, images, noise, 0.75), parameters)
    length = np.sqrt(sum(float(np.sum(array.astype(float) ** 2)) for array in slope.values()))
    require(np.isfinite(length) and length > 0, "returned a gradient without a direction")
    step = 1e-2 / length
    ahead, behind = ({key: parameters[key] + sign * step * slope[key] for key in parameters} for sign in (1, -1))
    rises = [as_array(student.elbo(moved, images, noise, 0.75), shape=()) for moved in (ahead, behind)]
    close((rises[0] - rises[1]) / (2e-2 * length), 1.0, rtol=0.03,
          help="The ELBO goes up along its gradient. This compares two answers of yours; either may be wrong.")


@task("gradients", points=1)
def test_gradients_leave_their_arguments(student):
    """gradients does not change its arguments."""
    leaves_arguments_alone(student.gradients, *_problem(**CURVED), 0.75)


# Training.

def _images(data):
    with mrcfile.open(data / "particles.mrcs") as stack:
        rows = stack.data.astype(float).reshape(len(stack.data), -1)
    return rows - rows.mean(axis=0)


def _linear_optimum(images, latents, sigma):
    """Log marginal likelihood of the best linear-Gaussian model (Tipping & Bishop 1999), by SciPy's density."""
    variances, directions = np.linalg.eigh(images.T @ images / len(images))
    weights = directions[:, -latents:] * np.sqrt(np.maximum(variances[-latents:] - sigma**2, 0))
    covariance = weights @ weights.T + sigma**2 * np.eye(len(variances))
    return multivariate_normal(np.zeros(len(variances)), covariance).logpdf(images).mean()


def _trained(student, images, latents, hidden, sigma, seed):
    parameters = _like(student.train(images, latents, hidden, sigma, seed), _network(images.shape[1], latents, hidden, 0))
    require(all(np.isfinite(array).all() for array in parameters.values()), "returned parameters that are not finite",
            help="The ascent ran away: climb the gradient, with a smaller rate.")
    return {key: array.astype(float) for key, array in parameters.items()}


def _mean_bound(parameters, images, sigma):
    """The ELBO averaged over 32 draws for each image; every draw with its mirror image, which makes a linear decoder's mean part exact."""
    noise = np.random.default_rng(18).standard_normal((16, len(images), parameters["b_mean"].size))
    with np.errstate(all="ignore"):
        return float(np.mean([_bound(parameters, images, sign * draw, sigma) for draw in noise for sign in (1, -1)]))


def _check_linear(student, images, latents, sigma, seed):
    got = _mean_bound(_trained(student, images, latents, 0, sigma, seed), images, sigma)
    best = _linear_optimum(images, latents, sigma)
    require(got >= best - 0.5, f"returned parameters with an ELBO of {got:.2f} nats per image; the best linear network has {best:.2f}",
            help="0.5 nat is allowed: train longer, with a rate that falls to zero, fresh noise in every step, and the sigma given.")


@task("train", points=2)
def test_linear_network_reaches_principal_components(student, data):
    """Linear network, one latent: the ELBO comes within 0.5 nat per image of the optimum known from the covariance's eigenvalues."""
    _check_linear(student, _images(data), 1, NOISE_LEVEL, 0)


@task("train", points=2)
def test_two_latents_and_another_noise_level(student, data):
    """Linear network, two latents and sigma = 1.3: the ELBO comes within 0.5 nat per image of the optimum for that sigma."""
    _check_linear(student, _images(data), 2, 1.3, 1)


@task("train", points=3)
def test_curved_network_beats_every_linear_one(student, data):
    """One latent and 8 hidden units: the ELBO lies at least 3 nats per image above the best linear network's."""
    images = _images(data)
    got = _mean_bound(_trained(student, images, 1, 8, NOISE_LEVEL, 2), images, NOISE_LEVEL)
    best = _linear_optimum(images, 1, NOISE_LEVEL)
    require(got >= best + 3, f"returned parameters with an ELBO of {got:.2f} nats per image; the best linear network has {best:.2f}",
            help="3 nats more are wanted. If the KL term has gone to zero the posterior has collapsed: try another rate.")


@task("train", points=1)
def test_training_can_be_repeated(student, data):
    """The same seed gives the same parameters."""
    images = _images(data)[:24]
    first = _trained(student, images, 1, 2, NOISE_LEVEL, 3)
    again = _trained(student, images, 1, 2, NOISE_LEVEL, 3)
    require(all(np.allclose(first[key], again[key]) for key in first), "returned other parameters when it was called again",
            help="Draw all noise from np.random.default_rng(seed), created inside train.")


@task("used_latents", points=2)
def test_latents_in_use(student, data):
    """A latent stays in use where the covariance of the images has an eigenvalue above sigma²."""
    variances = np.linalg.eigvalsh(np.cov(_images(data).T, bias=True))
    equal(student["used_latents"], int((variances[-10:] > 1.1**2).sum()), help="Compare variances with a variance.")
