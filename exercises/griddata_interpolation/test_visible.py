"""Visible checks of griddata_interpolation: small examples, and the form of the answers."""

import numpy as np

from autograder.checks import as_array, between, close, require, task

CORNERS = [[0.0, 0.0], [4.0, 0.0], [0.0, 4.0]]


@task("nearest", points=1)
def test_nearest_of_three(student):
    """The value of the closest of three points."""
    close(student.nearest(CORNERS, [1.0, 2.0, 3.0], [3.0, 0.5]), 2.0)


@task("inverse_distance", points=1)
def test_halfway(student):
    """Halfway between two points their values have equal weight."""
    close(student.inverse_distance([[0.0, 0.0], [2.0, 0.0]], [1.0, 5.0], [1.0, 0.0], 2), 3.0)


@task("barycentric", points=1)
def test_centroid(student):
    """The centroid of a triangle has three equal weights."""
    close(student.barycentric([[0.0, 0.0], [3.0, 0.0], [0.0, 3.0]], [1.0, 1.0]), [1 / 3, 1 / 3, 1 / 3])


@task("linear", points=1)
def test_middle_of_an_edge(student):
    """Halfway along an edge of the triangle the answer is the mean of two values; outside it is NaN."""
    close(student.linear(CORNERS, [1.0, 2.0, 3.0], [[2.0, 2.0], [4.0, 4.0]]), [2.5, np.nan])


@task("fourier_sizes", points=1)
def test_form_of_the_roles(student):
    """Each role is a string of three different letters out of A, B, C, D."""
    for name in ("insertion", "extraction"):
        letters = student[name]
        require(isinstance(letters, str) and len(set(letters)) == 3 == len(letters) and set(letters) <= set("ABCD"),
                f"{name} must be three different letters out of A, B, C, D", got=letters)


@task("complex_between", points=1)
def test_same_phase(student):
    """Between two positive numbers both ways agree."""
    close(student.cartesian_between(1.0, 3.0, 0.5), 2.0)
    close(student.polar_between(1.0, 3.0, 0.5), 2.0)


@task("complex_loss", points=1)
def test_amplitudes_are_fractions(student):
    """All three amplitudes lie between 0 and 1."""
    for name in ("amplitude_halfway", "amplitude_padded", "amplitude_corner"):
        between(student[name], -1e-6, 1.0)


@task("bottleneck", points=1)
def test_form_of_the_letters(student):
    """Both pieces are named by one letter, A, B or C, and the other two answers are positive."""
    for name in ("slowest_once", "slowest_again"):
        require(student[name] in ("A", "B", "C"), f'{name} must be "A", "B" or "C"', got=student[name])
    for name in ("reuse_speed_up", "table_bytes"):
        require(bool(as_array(student[name], shape=()) > 0), f"{name} must be positive", got=student[name])
