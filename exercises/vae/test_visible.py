"""Visible checks of `vae`: one small fact for each task."""

import mrcfile
import numpy as np

from autograder.checks import as_array, between, close, require, task


@task("reparameterise", points=4)
def test_one_draw(student):
    """Mean 2, variance 1, noise −0.5 gives 1.5."""
    close(student.reparameterise(np.array([[2.0]]), np.array([[0.0]]), np.array([[-0.5]])), [[1.5]])


@task("kl_divergence", points=5)
def test_prior_and_shifted_prior(student):
    """The divergence is 0 for the prior and 1/2 for the prior shifted by 1."""
    close(student.kl_divergence(np.array([[0.0], [1.0]]), np.array([[0.0], [0.0]])), [0.0, 0.5])


@task("networks", points=6)
def test_one_line(student):
    """A linear decoder with weights (1, 2) and bias (0, 0.5) takes the latent 3 to (3, 6.5)."""
    close(student.decode({"W_out": np.array([[1.0, 2.0]]), "b_out": np.array([0.0, 0.5])}, np.array([[3.0]])), [[3.0, 6.5]])


@task("log_likelihood", points=5)
def test_one_pixel(student):
    """One pixel, reconstructed perfectly, with sigma = 1: −½ log 2π."""
    close(student.log_likelihood(np.array([[1.0]]), np.array([[1.0]]), 1.0), [-0.9189385])


def _tiny():
    keys = ("W_mean", "b_mean", "W_log_variance", "b_log_variance", "W_out", "b_out")
    return {key: np.zeros((1, 1)) if key[0] == "W" else np.zeros(1) for key in keys}


@task("elbo", points=8)
def test_network_of_zeros(student):
    """A network of zeros reconstructs 0 for the images 0 and 2: on average one nat below the perfect reconstruction."""
    close(student.elbo(_tiny(), np.array([[0.0], [2.0]]), np.zeros((2, 1)), 1.0), -1.9189385)


@task("gradients", points=12)
def test_brighter_is_better(student):
    """A network of zeros on the images 0 and 2: the ELBO rises with the decoder's bias with slope 1."""
    got = student.gradients(_tiny(), np.array([[0.0], [2.0]]), np.zeros((2, 1)), 1.0)
    require(isinstance(got, dict) and "b_out" in got, "did not return a dict with the keys of the parameters", got=got)
    close(got["b_out"], [1.0])


@task("train", points=8)
def test_training_returns_a_network(student, data):
    """Training on a few particles returns the arrays of the linear network."""
    with mrcfile.open(data / "particles.mrcs") as stack:
        images = stack.data[:8].astype(float).reshape(8, -1)
    got = student.train(images - images.mean(axis=0), 1, 0, 0.5, 0)
    require(isinstance(got, dict) and {str(key) for key in got} == set(_tiny()), "did not return the keys of the linear network", got=got)
    as_array(got["W_mean"], shape=(144, 1))
    as_array(got["W_out"], shape=(1, 144))


@task("used_latents", points=2)
def test_possible_number(student):
    """The number of latents in use is between 0 and 10."""
    between(student["used_latents"], 0, 10)
