"""Checks that students have: one small fact a task. The hidden checks ask for more."""

import numpy as np

from autograder.checks import as_array, between, close, require, task


@task("convolve_full", points=1)
def test_full(student):
    """Convolved with (1, 1), two pixels become three."""
    close(student.convolve_full([[1, 2]], [[1, 1]]), [[1, 3, 2]])


@task("convolve_same", points=1)
def test_same(student):
    """Convolved with (1, 1, 1), the image is summed over neighbours, with zeros outside."""
    close(student.convolve_same([[1, 2, 4]], [[1, 1, 1]]), [[3, 7, 6]])


@task("transfer_function", points=1)
def test_transfer(student):
    """The kernel (1, 2, 1)/4 has H = 1 at frequency 0 and 0 at Nyquist."""
    got = as_array(student.transfer_function([[0.25, 0.5, 0.25]], (1, 6)), shape=(1, 6))
    close(got[0, [0, 3]], [1, 0])


@task("convolve_direct", points=1)
def test_direct(student):
    """In real space, too, the image is summed over neighbours, with zeros outside."""
    close(student.convolve_direct([[1, 2, 4]], [[1, 1, 1]]), [[3, 7, 6]])


@task("gaussian_kernel", points=1)
def test_kernel(student):
    """A blur by one pixel, cut at one standard deviation, is 3 by 3, and largest in the middle."""
    kernel = as_array(student.gaussian_kernel(1.5, 1.5, 1), shape=(3, 3))
    require(bool(np.all(kernel <= kernel[1, 1])), "is not largest in the middle", got=kernel)


@task("truncation_error", points=1)
def test_bound(student):
    """Cut at five standard deviations, hardly anything is lost."""
    between(student.truncation_error(2.0, 1.0, 10), 0, 1e-5)


@task("projection", points=1)
def test_shape_of_the_projection(student):
    """The projection has 49 rows and 54 columns."""
    as_array(student["projection"], shape=(49, 54))


@task("both_spaces", points=1)
def test_three_errors(student):
    """measured_errors and predicted_errors are three numbers each."""
    for name in ("measured_errors", "predicted_errors"):
        as_array(student[name], shape=(3,))


@task("gaussian_transfer", points=1)
def test_no_blur(student):
    """A blur of width 0 leaves every frequency alone."""
    close(student.gaussian_transfer((2, 3), 1.5, 0.0), np.ones((2, 3)))


@task("transfer_gaps", points=1)
def test_three_gaps(student):
    """gaps is three numbers."""
    as_array(student["gaps"], shape=(3,))


@task("operation_counts", points=1)
def test_counts(student):
    """A kernel of 3 by 5 on an image of 10 by 10 takes 3000 operations in real space."""
    close(as_array(student.operation_counts((10, 10), (3, 5)), shape=(3,))[0], 3000)


@task("crossover", points=1)
def test_pairs_of_widths(student):
    """direct_crossovers and separable_crossovers are two numbers each."""
    for name in ("direct_crossovers", "separable_crossovers"):
        as_array(student[name], shape=(2,))


@task("convolve_gaussians", points=1)
def test_two_gaussians(student):
    """Two equal Gaussians give one with half the a."""
    close(as_array(student.convolve_gaussians((1.0, 2.0), (1.0, 2.0)), shape=(2,))[1], 1.0)


@task("three_gaussians", points=1)
def test_numbers(student):
    """peak and exponent are positive."""
    between(student["peak"], 1e-3, 1e3)
    between(student["exponent"], 1e-3, 1e3)


@task("deconvolution", points=1)
def test_halved(student):
    """An image that was halved comes back, and its noise is doubled."""
    close(student.inverse_filter([[1.0, 2.0, 3.0]], [[0.5, 0.5, 0.5]]), [[2, 4, 6]])
    close(student.noise_gain([[0.5, 0.5, 0.5]]), 2)


@task("wiener_filter", points=1)
def test_wiener(student):
    """With no blur and as much noise as signal, the estimate is half of what was measured."""
    close(student.wiener_filter([[1.0, 1.0]], 1.0), [[0.5, 0.5]])


@task("recovery", points=1)
def test_order_of_errors(student):
    """The Wiener filters are better than no filter."""
    between(student["error_blurred"], 0, 1)
    between(student["error_flat"], 0, float(as_array(student["error_blurred"], shape=())))
