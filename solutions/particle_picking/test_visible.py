"""Checks that students have: one small fact a task. The hidden checks ask for more."""

from pathlib import Path

import mrcfile
import numpy as np
from scipy.spatial import KDTree

from autograder.checks import as_array, between, close, equal, fail, leaves_arguments_alone, require, task


@task("correlate_by_sums", points=1)
def test_one_bright_pixel_by_sums(student):
    """A bright pixel at (1, 2), correlated with one at (0, 0), gives a peak at (1, 2)."""
    image = np.zeros((3, 4))
    image[1, 2] = 5.0
    close(student.correlate_by_sums(image, [[1, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]), image)


@task("reflect", points=1)
def test_reflect_a_row(student):
    """In a row of four, index 0 stays and the others change places."""
    close(student.reflect([[1, 2, 3, 4]]), [[1, 4, 3, 2]])


@task("cross_correlate", points=1)
def test_one_bright_pixel(student):
    """A bright pixel at (1, 2), correlated with one at (0, 0), gives a peak at (1, 2), also by Fourier transforms."""
    image = np.zeros((3, 4))
    image[1, 2] = 5.0
    close(student.cross_correlate(image, [[1, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]), image)


@task("peak_shift", points=1)
def test_shift_of_a_pixel(student):
    """A pixel that has moved by 1 down and 2 to the left."""
    template = np.zeros((5, 6))
    template[2, 3] = 1.0
    equal(student.peak_shift(np.roll(template, (1, -2), axis=(0, 1)), template), (1, -2))


@task("aligned_average", points=1)
def test_average_of_moved_copies(student):
    """Moved copies of a picture are averaged to the picture itself."""
    picture = np.array([[0.0, 1, 2, 0], [0, 3, 1, 0], [0, 0, 0, 0]])
    images = [np.roll(picture, shift, axis=(0, 1)) for shift in ((0, 0), (1, -1), (2, 1))]
    close(student.aligned_average(images, picture), picture)


@task("normalised_cross_correlation", points=1)
def test_score_of_the_template_itself(student):
    """Where the image holds a brighter copy of the template, the score is 1; the arguments are left as they were."""
    template = np.array([[1.0, 2.0, 0.0], [0.0, 4.0, 1.0], [2.0, 0.0, 0.0]])
    image = np.arange(42.0).reshape(6, 7) % 5
    image[2:5, 3:6] = 10 * template + 7
    score = as_array(student.normalised_cross_correlation(image, template, np.ones((3, 3))), shape=(6, 7))
    close(score[3, 4], 1.0, atol=1e-3)
    leaves_arguments_alone(student.normalised_cross_correlation, image, template, np.ones((3, 3)))


@task("rotate_template", points=1)
def test_quarter_turn_of_a_pixel(student):
    """A quarter turn takes a pixel to the right of the centre to one below it, the next row."""
    template = np.zeros((7, 7))
    template[3, 5] = 1.0
    close(student.rotate_template(template, 90), np.transpose(template), atol=1e-3)


@task("search_numbers", points=1)
def test_plausible_numbers(student):
    """The three numbers are plausible."""
    between(student["angles_needed"], 2, 1000)
    between(student["peak_in_sigmas"], 1, 1e4)
    between(student["false_scores"], 0, 1e9)


@task("find_peaks", points=1)
def test_two_peaks(student):
    """Two peaks far apart, the higher one first; a third that is too near the first is left out."""
    score = np.zeros((8, 9))
    score[2, 3], score[6, 7], score[2, 5] = 0.9, 0.7, 0.8
    equal(student.find_peaks(score, 3.0, 0.5), [[2, 3], [6, 7]])


@task("precision_recall", points=1)
def test_half_and_half(student):
    """Two of four picks are right, and two of three particles found."""
    close(student.precision_recall([[0, 0], [50, 50], [20, 20], [90, 0]], [[1, 1], [21, 20], [70, 70]], 3), (2 / 4, 2 / 3))


@task("pick", points=1)
def test_practice_micrograph(student, data: Path):
    """On data/practice.mrc precision and recall are at least 85 %."""
    with mrcfile.open(data / "practice.mrc") as file:
        practice, pixel_size = file.data.astype(np.float32), float(file.voxel_size.x)
    with mrcfile.open(data / "templates.mrcs") as file:
        templates = file.data.astype(np.float32)
    truth = np.loadtxt(data / "practice.star", skiprows=6)[:, [1, 0]]
    found = as_array(student.pick(practice, templates, pixel_size))
    if found.ndim != 2 or found.shape[1] != 3 or not len(found):
        fail(f"returned an array of shape {found.shape}, expected a row (y, x, view) for each particle")
    require(found.dtype.kind in "biuf" and np.isfinite(found).all(), "has values that are not finite real numbers", got=found)
    distances, _ = KDTree(found[:, :2]).query(truth)
    recall, precision = np.mean(distances <= 30 / pixel_size), np.sum(distances <= 30 / pixel_size) / len(found)
    require(precision >= 0.85 and recall >= 0.85, f"has a precision of {precision:.2f} and a recall of {recall:.2f}", got=found)
