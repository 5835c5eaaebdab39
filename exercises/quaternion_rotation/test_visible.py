"""Checks that students have: one small fact a task. The hidden checks ask for more."""

import numpy as np

from autograder.checks import as_array, close, close_to_any, leaves_arguments_alone, require, task


@task("multiply", points=1)
def test_ij_is_k(student):
    """ij = k."""
    close(student.multiply([0, 1, 0, 0], [0, 0, 1, 0]), [0, 0, 0, 1])


@task("conjugate", points=1)
def test_conjugate(student):
    """The conjugate of 1 + 2k is 1 − 2k, and the argument is left as it was."""
    close(student.conjugate([1, 0, 0, 2]), [1, 0, 0, -2])
    leaves_arguments_alone(student.conjugate, np.array([1.0, 0.0, 0.0, 2.0]))


@task("from_axis_angle", points=1)
def test_half_turn_about_z(student):
    """A half turn about z is k, or −k."""
    close_to_any(student.from_axis_angle([0, 0, 1], np.pi), [[0, 0, 0, 1], [0, 0, 0, -1]])


@task("clockwise_turn", points=1)
def test_unit_length(student):
    """clockwise_turn is four numbers of length 1."""
    close(np.linalg.norm(as_array(student["clockwise_turn"], shape=(4,))), 1, atol=1e-2)


@task("half_turn", points=1)
def test_shapes_by_hand(student):
    """q_times_p is four numbers, rotated_point three."""
    as_array(student["q_times_p"], shape=(4,))
    as_array(student["rotated_point"], shape=(3,))


@task("rotate", points=1)
def test_rotate(student):
    """A half turn about z takes (0, 2, 0) to (0, −2, 0), and two points come back as two rows."""
    close(student.rotate([0, 2, 0], [0, 0, 0, 1]), [0, -2, 0])
    close(student.rotate([[0, 2, 0], [0, 0, 3]], [0, 0, 0, 1]), [[0, -2, 0], [0, 0, 3]])


@task("to_matrix", points=1)
def test_matrix_of_a_half_turn(student):
    """The matrix of a half turn about x."""
    close(student.to_matrix([0, 1, 0, 0]), [[1, 0, 0], [0, -1, 0], [0, 0, -1]])


@task("from_matrix", points=1)
def test_identity(student):
    """The identity matrix is the quaternion 1, or −1."""
    close_to_any(student.from_matrix(np.eye(3)), [[1, 0, 0, 0], [-1, 0, 0, 0]])


@task("counts", points=1)
def test_pairs(student):
    """The first three answers are pairs (quaternion, matrix), the last is one number."""
    for name in ("numbers_stored", "multiplications_per_point", "multiplications_to_compose"):
        as_array(student[name], shape=(2,))
    as_array(student["convert_from_points"], shape=())


@task("timing", points=1)
def test_four_times(student):
    """microseconds is four positive numbers."""
    require(bool((as_array(student["microseconds"], shape=(4,)) > 0).all()), "has a time that is not positive")


@task("slerp", points=1)
def test_halfway(student):
    """Halfway to a turn by 60° about z is a turn by 30°."""
    middle = np.array([np.cos(np.pi / 12), 0, 0, np.sin(np.pi / 12)])
    close_to_any(student.slerp([1, 0, 0, 0], [0.75**0.5, 0, 0, 0.5], 0.5), [middle, -middle])


@task("jacobian", points=1)
def test_jacobian_of_z(student):
    """At q = 1 the point (0, 0, 1) goes towards +x with y, towards −y with x, and is stretched by w."""
    close(student.jacobian([0, 0, 1], [1, 0, 0, 0]), [[0, 0, 2, 0], [0, -2, 0, 0], [2, 0, 0, 0]])


@task("random_rotations", points=1)
def test_lengths(student):
    """Five rotations are five rows of length 1."""
    close(np.linalg.norm(as_array(student.random_rotations(5, 0), shape=(5, 4)), axis=1), np.ones(5))
