"""Checks released with the exercise: one or two for each task. The hidden ones look further."""

import numpy as np

from autograder.checks import as_array, between, close, require, task


@task("rotation_matrix", points=1)
def test_quarter_turns(student):
    """A quarter turn about y takes +z to +x; one about z takes +x to +y."""
    about_y = as_array(student.rotation_matrix(0.0, np.pi / 2, 0.0), shape=(3, 3))
    close(about_y @ [0.0, 0.0, 1.0], [1.0, 0.0, 0.0], help="In Ry the plus sign of the sine stands at the top right.")
    about_z = as_array(student.rotation_matrix(0.0, 0.0, np.pi / 2), shape=(3, 3))
    close(about_z @ [1.0, 0.0, 0.0], [0.0, 1.0, 0.0], help="phi is the angle about z, in radians.")


@task("hand_angles", points=1)
def test_hand_angles_are_two_triples(student):
    """hand_angles holds two triples of angles in radians, multiples of π/6."""
    triples = as_array(student["hand_angles"], shape=(2, 3), help="Write ((psi1, theta1, phi1), (psi2, theta2, phi2)).")
    off = np.abs(triples - np.round(triples * 6 / np.pi) * np.pi / 6)
    worst = triples.flat[off.argmax()] + 0.0
    require(bool(off.max() < 1e-3), f"has the angle {worst:.6g}, which is not a whole multiple of π/6 = 0.523599",
            got=student["hand_angles"], help="Angles are in radians, with three correct decimals or more.")


@task("euler_angles", points=1)
def test_a_turn_about_y(student):
    """A turn by 0.5 about y has the triples (0, 0.5, 0) and (π, π − 0.5, π), in either order."""
    c, s = np.cos(0.5), np.sin(0.5)
    triples = as_array(student.euler_angles(np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]])), shape=(2, 3))
    theta = np.sort(np.mod(triples[:, 1], 2 * np.pi))
    close(theta, [0.5, np.pi - 0.5], help="Two angles have the same sine: theta and π − theta.")


@task("euler_angles", points=1)
def test_gimbal_lock_keeps_phi_zero(student):
    """A quarter turn about y is at gimbal lock; its answer is (0, π/2, 0), twice."""
    got = as_array(student.euler_angles(np.array([[0.0, 0.0, 1.0], [0.0, 1.0, 0.0], [-1.0, 0.0, 0.0]])))
    require(got.shape in ((2, 3), (1, 3), (3,)), f"returned an array of shape {got.shape}, expected two triples")
    close(np.exp(1j * got.reshape(-1, 3)), np.exp(1j * np.tile([0.0, np.pi / 2, 0.0], (got.size // 3, 1))),
          help="The numbers compared are exp(i·angle), so that full turns do not matter.")


@task("locked_psi", points=1)
def test_locked_psi_are_two_numbers(student):
    """locked_psi holds two angles in radians."""
    as_array(student["locked_psi"], shape=(2,))


@task("relion_matrix", points=1)
def test_rot_turns_about_z(student):
    """rot = 90° alone takes +x to +y."""
    matrix = as_array(student.relion_matrix(90.0, 0.0, 0.0), shape=(3, 3))
    close(matrix @ [1.0, 0.0, 0.0], [0.0, 1.0, 0.0], help="Angles are in degrees; RELION's own matrix is the transpose of ours.")


@task("relion_angles", points=1)
def test_a_plain_tilt(student):
    """A tilt of 60° about y comes back as rot 0, tilt 60, psi 0."""
    c, s = np.cos(np.pi / 3), np.sin(np.pi / 3)
    angles = as_array(student.relion_angles(np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]])), shape=(3,))
    close(np.mod(angles + 180.0, 360.0) - 180.0, [0.0, 60.0, 0.0], atol=1e-3, unit="degrees", help="In degrees.")


@task("viewing_direction", points=1)
def test_equator(student):
    """rot = 90°, tilt = 90° is seen along +y."""
    close(student.viewing_direction(90.0, 90.0), [0.0, 1.0, 0.0], help="tilt is counted from the +z axis, in degrees.")


@task("spherical_angles", points=1)
def test_a_long_vector(student):
    """(0, 0, 5) has tilt 0, (3, 0, 3) has rot 0 and tilt 45°."""
    pole = as_array(student.spherical_angles([0.0, 0.0, 5.0]), shape=(2,))
    between(pole[1], 0.0, 1e-3, unit="degrees", help="tilt is the angle from +z, rot comes first.")
    angles = as_array(student.spherical_angles([3.0, 0.0, 3.0]), shape=(2,))
    close(np.mod(angles + 180.0, 360.0) - 180.0, [0.0, 45.0], atol=1e-3, unit="degrees", help="In degrees; arctan2(y, x), in this order.")
