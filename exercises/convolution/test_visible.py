"""Checks that students may see and run."""

import numpy as np

from autograder.checks import as_array, between, close, leaves_arguments_alone, require, task


@task("stamp", points=1)
def test_deltas_at_different_pixels(student):
    """Deltas of weight 2 and -1 at pixels 4 and 1 of six."""
    close(student.deltas([4, 1], [2.0, -1.0], 6), [0, -1, 0, 0, 2, 0])


@task("stamp", points=1)
def test_two_separate_copies(student):
    """Two copies of (1, 2, 5) that do not overlap, the second ten times as high."""
    close(student.stamp([1, 2, 5], [1, 4], [1, 10], 6), [1, 2, 5, 10, 20, 50])


@task("convolve", points=1)
def test_two_copies_of_a_short_signal(student):
    """(1, 10) convolved with (1, 2, 3) is one copy plus ten times another, one pixel on."""
    close(student.convolve([1, 10], [1, 2, 3]), [1, 12, 23, 30])


@task("convolve", points=1)
def test_convolve_leaves_its_signals_alone(student):
    """convolve changes neither of its arguments."""
    leaves_arguments_alone(student.convolve, np.array([1.0, 2.0]), np.array([3.0, 4.0]))


@task("convolve2d", points=1)
def test_a_row_and_a_column(student):
    """A row convolved with a column is their table of products."""
    close(student.convolve2d([[1, 2]], [[1], [10], [100]]), [[1, 2], [10, 20], [100, 200]])


@task("crystal", points=1)
def test_four_units_with_gaps(student):
    """Two by two copies of (1, 2), two rows and three columns apart."""
    close(student.crystal([[1, 2]], (2, 3), (2, 2)), [[1, 2, 0, 1, 2], [0, 0, 0, 0, 0], [1, 2, 0, 1, 2]])


@task("bragg", points=1)
def test_peaks_at_one_angstrom_per_pixel(student):
    """At 1 Å for each pixel a step of 10 rows gives a peak at 1/10 1/Å, a step of 20 columns one at 1/20 1/Å."""
    close(student.bragg_frequencies((10, 20), 1.0, [[1, 0], [0, 1]]), [0.1, 0.05], unit="1/Å")


@task("bragg", points=1)
def test_zero_order_is_the_sum(student):
    """The peak (0, 0) of a motif is the sum of its pixels."""
    close(student.structure_factors([[1, 2, 4]], (10, 6), [[0, 0]]), [7])


@task("point_spread", points=1)
def test_one_bright_point(student):
    """The image of one bright point is the PSF, divided by its sum, with the middle pixel of the PSF on the point."""
    close(student.blur_with_psf([[0, 0, 8, 0, 0]], [[0, 3, 1]]), [[0, 0, 6, 2, 0]])


@task("two_bumps", points=1)
def test_at_frequency_zero(student):
    """At frequency 0 the difference has no area, the sum has the area 2."""
    close(student.difference_transform(0.0), 0.0)
    close(student.sum_transform(0.0), 2.0)


@task("own_bumps", points=1)
def test_own_answers_are_numbers(student):
    """Your id is text, the two transforms are one number each, and the zeros are above 0."""
    require(isinstance(student["student_id"], str), "is not text", got=student["student_id"], help="Put your id in quotes.")
    as_array(student["own_difference"], shape=())
    as_array(student["own_sum"], shape=())
    between(student["first_zero_of_difference"], 1e-6, 10)
    between(student["first_zero_of_sum"], 1e-6, 10)


@task("lowpass", points=1)
def test_frequency_zero_passes(student):
    """A blur leaves frequency 0 as it is."""
    close(student.gaussian_transfer(0.0, 5.0), 1.0)


@task("lowpass", points=1)
def test_a_flat_image_stays_flat(student):
    """An image that is 1 everywhere is still 1 everywhere after a blur."""
    close(student.gaussian_lowpass(np.ones((3, 4)), 1.5, 2.0), np.ones((3, 4)))


@task("b_factor", points=1)
def test_b_factor_answers_are_numbers(student):
    """Widths and B factor are positive numbers, the transfer is between 0 and 1."""
    for name in ("sigma_of_100", "width_of_100", "b_of_2"):
        between(student[name], 1e-6, 1e6)
    between(student["transfer_at_4"], 0, 1)


@task("alias", points=1)
def test_below_nyquist(student):
    """A frequency below Nyquist shows up as itself."""
    close(student.aliased_frequency([0.0, 0.1, 0.2], 2.0), [0.0, 0.1, 0.2], unit="1/Å")


@task("magnification", points=1)
def test_magnification_answers_are_numbers(student):
    """All five answers are positive numbers."""
    for name in ("pixel_size", "nyquist_length", "gold_shows_at", "magnification_needed", "area_ratio"):
        between(student[name], 1e-9, 1e9)
