"""Hidden checks of "Euler angles from a rotation matrix". The oracle is SciPy's Rotation, or a matrix written out by hand."""

import numpy as np
from hypothesis import strategies as st
from scipy.spatial.transform import Rotation

from autograder.checks import as_array, between, cases, close, fail, leaves_arguments_alone, raises, require, task

TENTHS = st.integers(-31, 31).map(lambda n: n / 10)
"""Angles in radians, a whole turn."""
UNLOCKED = st.integers(-14, 14).map(lambda n: n / 10)
"""theta in radians, at least 0.17 from gimbal lock."""
DEGREES = st.integers(-35, 36).map(lambda n: 5 * n)
TILTS = st.integers(1, 35).map(lambda n: 5 * n)
SIGNS = st.sampled_from([1.0, -1.0])
EXCESS = st.sampled_from([2e-16, -1e-16])
"""How far rounding takes a sine or cosine above or below 1."""
EQUATOR = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [-1.0, 0.0, 0.0], [0.0, -1.0, 0.0]]

GENERIC = {"psi": 2.5, "theta": 0.6, "phi": -2.2}
PARTICLE = {"rot": -140, "tilt": 125, "psi": 75}

TWICE = "away from gimbal lock two triples give the same matrix, with theta and π − theta"
LOCKED_HELP = "At gimbal lock set phi = 0; psi is then in the first two rows, columns two and three. Mind the sign of R31."


# ---- judging angles ----------------------------------------------------------------------------------------------------------------------

def slabaugh(psi, theta, phi):
    """Rz(phi) · Ry(theta) · Rx(psi), by SciPy."""
    return Rotation.from_euler("xyz", [psi, theta, phi]).as_matrix()


def particle(rot, tilt, psi):
    """Rz(rot) · Ry(tilt) · Rz(psi), by SciPy."""
    return Rotation.from_euler("ZYZ", [rot, tilt, psi], degrees=True).as_matrix()


def locked(psi, sign):
    """Ry(sign · π/2) · Rx(psi) with exact zeros and ones."""
    c, s = np.cos(psi), np.sin(psi)
    return np.array([[0.0, sign * s, sign * c], [0.0, c, -s], [-sign, 0.0, 0.0]]) + 0.0  # no −0 in messages


def level(rot, tilt):
    """Rz(rot) · Ry(tilt) for a tilt of 0 or 180 degrees, with exact zeros and ones."""
    c, s = np.cos(np.deg2rad(rot)), np.sin(np.deg2rad(rot))
    sign = 1.0 if tilt == 0 else -1.0
    return np.array([[sign * c, -s, 0.0], [sign * s, c, 0.0], [0.0, 0.0, sign]]) + 0.0  # no −0 in messages


NOISE = 1e-12 * np.array([[0.7, 0.0, -0.4], [-1.1, 0.0, 0.9], [0.0, 0.6, -1.3]])
"""Rounding errors, as large as a few matrix products leave."""


def real(got, shape, help=""):
    """The student's angles as finite real numbers of a given shape, or of one of several."""
    shapes = shape if isinstance(shape, list) else [shape]
    array = as_array(got, help=help)
    require(array.shape in shapes, f"returned an array of shape {array.shape}, expected {shapes[0]}", got=got, help=help)
    require(array.dtype.kind != "c", "returned complex numbers, expected real angles", got=got)
    require(bool(np.isfinite(array).all()), "returned NaN or infinity instead of an angle", got=got,
            help="A division by zero, or the arcsine or arccosine of a number a rounding error above 1.")
    return array.astype(float)


def written(angles):
    """Angles as they stand in a message."""
    return "(" + ", ".join(f"{angle:.6g}" for angle in angles) + ")"


def gives_back(angles, rebuilt, matrix, got, help="", atol=1e-4, right=None):
    """Fail unless the matrix rebuilt from ``angles`` is the one asked for; ``right`` are angles to show that do it."""
    error = float(np.abs(rebuilt - matrix).max())
    if error > atol:
        shown = f"; {written(right)} is right" if right is not None else ""
        fail(f"returned the angles {written(angles)}, whose matrix differs from the given one by up to {error:.2g}{shown}",
             got=got, help=help)


def both_give_back(got, matrix, help="", atol=1e-4, right=None):
    """Fail unless ``got`` is two triples and each is one of the matrix."""
    for triple in real(got, (2, 3), help=f"Expected two triples: {TWICE}."):
        gives_back(triple, slabaugh(*triple), matrix, got, help, atol, other(right, triple))


def other(right, triple):
    """Of the two right triples, the one on the side of ``triple``."""
    if right is None or np.cos(right[1]) * np.cos(triple[1]) > 0:
        return right
    return right[0] + np.pi, np.pi - right[1], right[2] + np.pi


def one_gives_back(got, matrix, help="", right=None, atol=1e-4):
    """Fail unless at least one of the triples in ``got`` is one of the matrix."""
    triples = real(got, [(2, 3), (1, 3), (3,)]).reshape(-1, 3)
    if min(np.abs(slabaugh(*triple) - matrix).max() for triple in triples) > atol:
        gives_back(triples[0], slabaugh(*triples[0]), matrix, got, help, atol, right)


def on_both_sides(got):
    """Fail unless cos(theta) is positive in one triple and negative in the other."""
    cosine = np.cos(real(got, (2, 3), help=f"Expected two triples: {TWICE}.")[:, 1])
    require(bool(cosine.min() < 0 < cosine.max()), "returned two triples with the same sign of cos(theta), which are not the two solutions",
            got=got, help=f"The two must be different: {TWICE}.")


def answers_the_lock(got, matrix, right, help=LOCKED_HELP):
    """Fail unless every triple in ``got`` has phi = 0 and is one of the locked matrix."""
    triples = real(got, [(2, 3), (1, 3), (3,)]).reshape(-1, 3)
    for triple in triples:
        gives_back(triple, slabaugh(*triple), matrix, got, help, right=right)
    require(bool((np.abs(np.sin(triples[:, 2] / 2)) < 1e-4).all()), "returned phi different from 0 at gimbal lock", got=got,
            help="Any phi would do there; the convention is phi = 0, and psi takes up the rest.")


# ---- equivalence -------------------------------------------------------------------------------------------------------------------------

def _numbers(value):
    try:
        array = np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        return None
    return array if array.dtype.kind == "f" else None


def _close(a, b, atol=1e-4):
    return a.shape == b.shape and bool(np.allclose(a, b, rtol=0, atol=atol, equal_nan=True))


def same_triples(a, b, atol=1e-4):
    """The same triples modulo full turns, in any order; at gimbal lock one triple and the same twice mean the same."""
    a, b = _numbers(a), _numbers(b)
    if a is None or b is None or a.size == 0 or a.size % 3 or b.size == 0 or b.size % 3:
        return False
    with np.errstate(invalid="ignore"):
        turns_a, turns_b = np.exp(1j * a.reshape(-1, 3)), np.exp(1j * b.reshape(-1, 3))
        at_lock = (np.abs(turns_a[:, 1].real) < 1e-4).all() and (np.abs(turns_b[:, 1].real) < 1e-4).all()
    matches = np.array([[_close(x, y, atol) for y in turns_b] for x in turns_a])
    return bool((at_lock or len(turns_a) == len(turns_b)) and matches.any(axis=0).all() and matches.any(axis=1).all())


def same_degrees(a, b):
    """The same angles in degrees modulo full turns, or, both being valid, the same rotation with the same tilt."""
    a, b = _numbers(a), _numbers(b)
    if a is None or b is None or a.shape != (3,) or b.shape != (3,):
        return False
    with np.errstate(invalid="ignore"):
        if _close(np.exp(1j * np.deg2rad(a)), np.exp(1j * np.deg2rad(b))):
            return True
    return bool(np.isfinite(a).all() and np.isfinite(b).all()) and abs(a[1] - b[1]) < 1e-4 and _close(particle(*a), particle(*b))


def same_direction(a, b):
    """The same rot and tilt in degrees modulo full turns, or any rot at the same pole."""
    a, b = _numbers(a), _numbers(b)
    if a is None or b is None or a.shape != (2,) or b.shape != (2,):
        return False
    with np.errstate(invalid="ignore"):
        if _close(np.exp(1j * np.deg2rad(a)), np.exp(1j * np.deg2rad(b))):
            return True
    return bool(np.isfinite(a).all() and np.isfinite(b).all()) and abs(a[1] - b[1]) < 1e-4 and min(abs(b[1]), abs(b[1] - 180)) < 1e-4


EQUIVALENT = {"euler_angles": same_triples, "hand_angles": lambda a, b: same_triples(a, b, BY_HAND_ATOL), "relion_angles": same_degrees,
              "spherical_angles": same_direction}


# ---- rotation_matrix ---------------------------------------------------------------------------------------------------------------------

@task("rotation_matrix", points=1)
def test_one_axis_at_a_time(student):
    """Turned alone, psi takes +y towards +z, theta takes +z towards +x and phi takes +x towards +y."""
    for angles, start, end, name in [((0.5, 0.0, 0.0), 1, 2, "psi"), ((0.0, 0.5, 0.0), 2, 0, "theta"), ((0.0, 0.0, 0.5), 0, 1, "phi")]:
        got = as_array(student.rotation_matrix(*angles), shape=(3, 3))
        expected = np.cos(0.5) * np.eye(3)[start] + np.sin(0.5) * np.eye(3)[end]
        close(got[:, start], expected, help=f"This is where R takes the unit vector along {'xyz'[start]} for {name} = 0.5 rad.")


@task("rotation_matrix", points=1)
def test_the_turn_about_x_comes_first(student):
    """With psi = phi = π/2 the vector +y goes to +z and stays there: the turn about x is done before the one about z."""
    got = as_array(student.rotation_matrix(np.pi / 2, 0.0, np.pi / 2), shape=(3, 3))
    close(got @ [0.0, 1.0, 0.0], [0.0, 0.0, 1.0], help="The factor nearest to the vector, on the right, acts first: Rz · Ry · Rx.")


@task("rotation_matrix", points=2)
@cases([GENERIC, {"psi": 0.0, "theta": 0.0, "phi": 0.0}, {"psi": -1.0, "theta": np.pi / 2, "phi": 3.0}, {"psi": 7, "theta": -2, "phi": 4}],
       psi=TENTHS, theta=TENTHS, phi=TENTHS)
def test_matrix_of_three_angles(student, psi, theta, phi):
    """The matrix of three angles is Rz(phi) · Ry(theta) · Rx(psi)."""
    close(student.rotation_matrix(psi, theta, phi), slabaugh(psi, theta, phi),
          help="Angles are in radians, the arguments in the order psi, theta, phi.")


# ---- hand_angles -------------------------------------------------------------------------------------------------------------------------

BY_HAND_ATOL = 2e-3
"""Three correct decimals of the angles are enough."""
BY_HAND = np.array([[-np.sqrt(0.75), -0.5, 0.0], [0.0, 0.0, 1.0], [-0.5, np.sqrt(0.75), 0.0]])


@task("hand_angles", points=1)
def test_one_triple_by_hand(student):
    """At least one of the triples found by hand gives the matrix back."""
    one_gives_back(student["hand_angles"], BY_HAND, atol=BY_HAND_ATOL, help="sin(theta) = −R31; mind the quadrants, and use radians.")


@task("hand_angles", points=1)
def test_two_triples_by_hand(student):
    """Both triples found by hand give the matrix back, and they are different."""
    got = student["hand_angles"]
    both_give_back(got, BY_HAND, atol=BY_HAND_ATOL, help="With π − theta the cosine turns its sign, so psi and phi both move by π.")
    on_both_sides(got)


# ---- euler_angles ------------------------------------------------------------------------------------------------------------------------

@task("euler_angles", points=1)
@cases([GENERIC, {"psi": 0.0, "theta": 0.0, "phi": 0.0}], random=3, psi=TENTHS, theta=UNLOCKED, phi=TENTHS)
def test_one_triple_gives_the_matrix_back(student, psi, theta, phi):
    """At least one of the triples gives the matrix back."""
    matrix = slabaugh(psi, theta, phi)
    one_gives_back(student.euler_angles(matrix), matrix, right=(psi, theta, phi),
                   help="Order psi, theta, phi, in radians; sin(theta) = −R31.")


@task("euler_angles", points=2)
@cases([GENERIC, {"psi": 0.0, "theta": 0.0, "phi": 0.0}, {"psi": 0.0, "theta": -1.2, "phi": np.pi}], random=5,
       psi=TENTHS, theta=UNLOCKED, phi=TENTHS)
def test_both_triples_give_the_matrix_back(student, psi, theta, phi):
    """Two triples are returned, and each gives the matrix back."""
    matrix = slabaugh(psi, theta, phi)
    both_give_back(student.euler_angles(matrix), matrix, right=(psi, theta, phi),
                   help="For the second triple divide by its own cos(theta), which has the other sign.")


@task("euler_angles", points=1)
@cases([GENERIC], random=3, psi=TENTHS, theta=UNLOCKED, phi=TENTHS)
def test_the_two_triples_differ(student, psi, theta, phi):
    """Of the two triples one has cos(theta) > 0 and the other cos(theta) < 0."""
    on_both_sides(student.euler_angles(slabaugh(psi, theta, phi)))


@task("euler_angles", points=1)
@cases([{"psi": x, "theta": 0.3, "phi": y} for x in (-2.4, -0.8, 0.7, 2.3) for y in (-2.2, -0.7, 0.8, 2.5)]
       + [{"psi": np.pi / 2, "theta": 0.3, "phi": -np.pi / 2}], random=0, psi=TENTHS, theta=UNLOCKED, phi=TENTHS)
def test_angles_in_every_quadrant(student, psi, theta, phi):
    """psi and phi come back in the right one of the four quadrants."""
    matrix = slabaugh(psi, theta, phi)
    one_gives_back(student.euler_angles(matrix), matrix, right=(psi, theta, phi),
                   help="arctan knows a quotient only; arctan2 knows both signs.")


@task("euler_angles", points=1)
@cases([{"psi": -2.0}, {"psi": 0.0}, {"psi": 0.4}, {"psi": 3.0}], random=2, psi=TENTHS)
def test_lock_at_plus_a_quarter_turn(student, psi):
    """At gimbal lock with theta = +π/2 the answer is psi with phi = 0."""
    matrix = locked(psi, 1.0)
    answers_the_lock(student.euler_angles(matrix), matrix, (psi, np.pi / 2, 0.0))


@task("euler_angles", points=1)
@cases([{"psi": -2.0}, {"psi": 0.0}, {"psi": 0.4}, {"psi": 3.0}], random=2, psi=TENTHS)
def test_lock_at_minus_a_quarter_turn(student, psi):
    """At gimbal lock with theta = −π/2 the answer is psi with phi = 0."""
    matrix = locked(psi, -1.0)
    answers_the_lock(student.euler_angles(matrix), matrix, (psi, -np.pi / 2, 0.0))


@task("euler_angles", points=1)
@cases([{"psi": psi, "sign": sign, "excess": excess} for psi in (0.4, -2.0) for sign in (1.0, -1.0) for excess in (2e-16, -1e-16)],
       random=0,
       psi=TENTHS, sign=SIGNS, excess=EXCESS)
def test_lock_with_rounding_errors(student, psi, sign, excess):
    """A matrix at gimbal lock is recognised although rounding makes |R31| a little larger or smaller than 1."""
    matrix = locked(psi, sign) + NOISE
    matrix[2, 0] = -sign * (1 + excess)
    answers_the_lock(student.euler_angles(matrix), locked(psi, sign), (psi, sign * np.pi / 2, 0.0),
                     help="Never compare a float with 1 exactly: call the matrix locked when sqrt(R11² + R21²) < 1e-6.")


@task("euler_angles", points=1)
@cases([{"psi": 0.8, "theta": theta, "phi": -1.5} for theta in (np.pi / 2 - 0.002, 0.002 - np.pi / 2, np.pi / 2 + 5e-4, np.pi / 2 - 0.02)],
       random=0,
       psi=TENTHS, theta=st.sampled_from([np.pi / 2 - 0.002, 5e-4 - np.pi / 2]), phi=TENTHS)
def test_near_the_lock_is_not_locked(student, psi, theta, phi):
    """From 0.03° to 1° away from gimbal lock both triples still give the matrix back."""
    matrix = slabaugh(psi, theta, phi)
    both_give_back(student.euler_angles(matrix), matrix, atol=2e-4, right=(psi, theta, phi),
                   help="If this check fails alone: np.isclose(abs(R31), 1) is true within a quarter of a degree, which is too far.")


@task("euler_angles", points=1)
@cases([{"psi": -0.9, "theta": -0.5, "phi": 2.1}, {"psi": 1.5, "theta": 1.2, "phi": 0.25}],
       random=0, psi=TENTHS, theta=UNLOCKED, phi=TENTHS)
def test_a_list_rounded_to_six_decimals(student, psi, theta, phi):
    """A list of lists with entries rounded to six decimals is accepted too."""
    matrix = np.round(slabaugh(psi, theta, phi), 6)
    both_give_back(student.euler_angles(matrix.tolist()), matrix, right=(psi, theta, phi),
                   help="If this check fails alone: np.asarray(matrix, dtype=float) takes lists and arrays alike.")


@task("euler_angles", points=1)
def test_the_matrix_is_left_alone(student):
    """euler_angles leaves the caller's matrix as it was, rounding errors included."""
    matrix = locked(0.4, 1.0) + NOISE
    leaves_arguments_alone(student.euler_angles, matrix, help="Tidy a copy if you must.")


# ---- locked_psi --------------------------------------------------------------------------------------------------------------------------

@task("locked_psi", points=1)
def test_psi_at_plus_a_quarter_turn(student):
    """With theta = +π/2 the first answer gives the same matrix."""
    got = student["locked_psi"]
    psi = real(got, (2,))[0]
    gives_back((psi, np.pi / 2, 0.5), slabaugh(psi, np.pi / 2, 0.5), slabaugh(0.2, np.pi / 2, 0.0), got,
               help="At theta = +π/2 the matrix depends on one of psi − phi and psi + phi: which?")


@task("locked_psi", points=1)
def test_psi_at_minus_a_quarter_turn(student):
    """With theta = −π/2 the second answer gives the same matrix."""
    got = student["locked_psi"]
    psi = real(got, (2,))[1]
    gives_back((psi, -np.pi / 2, 0.5), slabaugh(psi, -np.pi / 2, 0.5), slabaugh(0.2, -np.pi / 2, 0.0), got,
               help="At theta = −π/2 the sign between psi and phi is the other one.")


# ---- relion_matrix, relion_angles --------------------------------------------------------------------------------------------------------

@task("relion_matrix", points=2)
@cases([PARTICLE, {"rot": 0, "tilt": 0, "psi": 0}, {"rot": 30, "tilt": 180, "psi": 50}, {"rot": 20.5, "tilt": 60.25, "psi": -110.75}],
       rot=DEGREES, tilt=TILTS, psi=DEGREES)
def test_matrix_of_a_particle(student, rot, tilt, psi):
    """The matrix of rot, tilt, psi is Rz(rot) · Ry(tilt) · Rz(psi)."""
    close(student.relion_matrix(rot, tilt, psi), particle(rot, tilt, psi),
          help="Degrees, axes that move along, rot first; not the transpose.")


@task("relion_matrix", points=1)
def test_a_turn_about_z(student):
    """rot = 30° alone takes +x towards +y."""
    got = as_array(student.relion_matrix(30.0, 0.0, 0.0), shape=(3, 3))
    close(got[:, 0], [np.sqrt(0.75), 0.5, 0.0], help="This is where R takes the unit vector along x. Towards −y would be the transpose.")


@task("relion_matrix", points=1)
@cases([{"rot": 20, "tilt": 70, "psi": 50}, {"rot": -130, "tilt": 140, "psi": -15}], random=2, rot=DEGREES, tilt=TILTS, psi=DEGREES)
def test_psi_does_not_move_the_z_axis(student, rot, tilt, psi):
    """R takes +z to the direction that rot and tilt give, whatever psi is."""
    got = as_array(student.relion_matrix(rot, tilt, psi), shape=(3, 3))
    a, b = np.deg2rad(rot), np.deg2rad(tilt)
    close(got @ [0.0, 0.0, 1.0], [np.sin(b) * np.cos(a), np.sin(b) * np.sin(a), np.cos(b)],
          help="The turn by psi acts first on the vector: it is the rightmost factor.")


def valid_particle(got, matrix, right, help="", atol=1e-4):
    """Fail unless ``got`` is one triple in degrees with tilt in its range that gives the matrix back."""
    angles = real(got, (3,), help="Expected one triple (rot, tilt, psi).")
    between(angles[1], -1e-3, 180.001, unit="degrees", help="tilt is from 0° to 180°.")
    gives_back(angles, particle(*angles), matrix, got, help, atol, right)


@task("relion_angles", points=2)
@cases([PARTICLE, {"rot": 0, "tilt": 90, "psi": 0}, {"rot": 70, "tilt": 35, "psi": -160}], random=5, rot=DEGREES, tilt=TILTS, psi=DEGREES)
def test_angles_of_a_particle(student, rot, tilt, psi):
    """rot, tilt and psi give the matrix back, and tilt is from 0° to 180°."""
    matrix = particle(rot, tilt, psi)
    valid_particle(student.relion_angles(matrix), matrix, (rot, tilt, psi),
                   help="rot is in the right column, psi in the bottom row, whose first entry is −sin(tilt)·cos(psi). Degrees.")


@task("relion_angles", points=1)
@cases([{"rot": 10, "tilt": 120, "psi": 20}, {"rot": -80, "tilt": 95, "psi": 60}, {"rot": 40, "tilt": 175, "psi": -30}], random=0,
       rot=DEGREES, tilt=st.integers(19, 35).map(lambda n: 5 * n), psi=DEGREES)
def test_tilts_beyond_a_right_angle(student, rot, tilt, psi):
    """Tilts between 90° and 180° come back as themselves."""
    matrix = particle(rot, tilt, psi)
    valid_particle(student.relion_angles(matrix), matrix, (rot, tilt, psi),
                   help="An arcsine never exceeds 90°; R33 = cos(tilt) knows the side.")


@task("relion_angles", points=1)
@cases([{"rot": 40}, {"rot": 0}, {"rot": -120}], random=2, rot=DEGREES)
def test_no_tilt(student, rot):
    """At tilt 0° the turn about z is kept."""
    matrix = level(rot, 0)
    valid_particle(student.relion_angles(matrix), matrix, (rot, 0, 0), help="Only rot + psi is left at tilt 0°: put it all into rot.")


@task("relion_angles", points=1)
@cases([{"rot": 40}, {"rot": 0}, {"rot": -120}], random=2, rot=DEGREES)
def test_upside_down(student, rot):
    """At tilt 180° the turn about z is kept."""
    matrix = level(rot, 180)
    valid_particle(student.relion_angles(matrix), matrix, (rot, 180, 0),
                   help="Only rot − psi is left at tilt 180°, and the left column has changed its sign.")


@task("relion_angles", points=1)
@cases([{"rot": rot, "tilt": tilt, "excess": excess} for rot in (40, -120) for tilt in (0, 180) for excess in (2e-16, -1e-16)], random=0,
       rot=DEGREES, tilt=st.sampled_from([0, 180]), excess=EXCESS)
def test_no_tilt_with_rounding_errors(student, rot, tilt, excess):
    """Rounding that makes |R33| a little larger or smaller than 1 does no harm."""
    matrix = level(rot, tilt) + NOISE
    matrix[2, 2] = np.sign(matrix[2, 2]) * (1 + excess)
    valid_particle(student.relion_angles(matrix), level(rot, tilt), (rot, tilt, 0),
                   help="Call the matrix locked when sqrt(R13² + R23²) < 1e-6.")


@task("relion_angles", points=1)
@cases([{"rot": 40, "tilt": tilt, "psi": 30} for tilt in (0.1, 179.97, 1.0)], random=0,
       rot=DEGREES, tilt=st.sampled_from([0.03, 179.9]), psi=DEGREES)
def test_a_small_tilt_is_a_tilt(student, rot, tilt, psi):
    """A tilt of less than a tenth of a degree is not lost."""
    matrix = particle(rot, tilt, psi)
    valid_particle(student.relion_angles(matrix), matrix, (rot, tilt, psi), atol=2e-4,
                   help="If this check fails alone, a small tilt was treated as none: the limit is sin(tilt) < 1e-6.")


@task("relion_angles", points=1)
def test_lists_in_and_matrix_left_alone(student):
    """A list of lists gives the right answer, and an array is left as it was."""
    matrix = particle(-50, 65, 155)
    valid_particle(student.relion_angles(matrix.tolist()), matrix, (-50, 65, 155))
    leaves_arguments_alone(student.relion_angles, level(40, 0) + NOISE)


# ---- viewing_direction, spherical_angles -------------------------------------------------------------------------------------------------

@task("viewing_direction", points=1)
def test_the_axes(student):
    """tilt = 0 is +z, tilt = 90° is +x for rot = 0 and +y for rot = 90°, tilt = 180° is −z."""
    for rot, tilt, direction in [(0, 0, [0, 0, 1]), (0, 90, [1, 0, 0]), (90, 90, [0, 1, 0]), (25, 180, [0, 0, -1])]:
        close(student.viewing_direction(rot, tilt), direction,
              help="tilt is the angle from +z, not a latitude; both angles are in degrees.")


@task("viewing_direction", points=2)
@cases([{"rot": 70, "tilt": 35}, {"rot": -140, "tilt": 125}, {"rot": 0, "tilt": 0}], rot=DEGREES, tilt=TILTS)
def test_direction_is_where_z_goes(student, rot, tilt):
    """The viewing direction is the vector to which R takes +z."""
    close(student.viewing_direction(rot, tilt), particle(rot, tilt, 0)[:, 2],
          help="It is the right column of R, with rot counted from +x towards +y.")


def valid_direction(got, direction, help=""):
    """Fail unless ``got`` is (rot, tilt) in degrees of the direction, with tilt in its range."""
    rot, tilt = real(got, (2,), help="Expected (rot, tilt).")
    between(tilt, -1e-3, 180.001, unit="degrees", help=help or "tilt is from 0° to 180°.")
    rebuilt = particle(rot, tilt, 0)[:, 2]
    expected = np.asarray(direction) / np.linalg.norm(direction)
    if np.abs(rebuilt - expected).max() > 1e-4:
        fail(f"returned rot = {rot:.6g}, tilt = {tilt:.6g}, which is the direction {written(rebuilt)} and not {written(expected)}",
             got=got, help=help)


@task("spherical_angles", points=2)
@cases([{"rot": -140, "tilt": 125}, {"rot": 70, "tilt": 35}, {"rot": 180, "tilt": 90}], rot=DEGREES, tilt=TILTS)
def test_unit_vectors(student, rot, tilt):
    """rot and tilt of a unit vector give the vector back."""
    direction = particle(rot, tilt, 0)[:, 2]
    valid_direction(student.spherical_angles(direction), direction,
                    help="tilt is the angle from +z, rot the angle of (x, y) from +x; degrees, rot first.")


@task("spherical_angles", points=1)
@cases([{"direction": [3, -4, 12]}, {"direction": [0.001, 0.002, -0.002]}, {"direction": [2e4, 1e4, 2e4]}], random=2,
       direction=st.lists(st.integers(-9, 9), min_size=3, max_size=3).filter(lambda v: v[0] or v[1]))
def test_any_length(student, direction):
    """The length of the vector does not matter."""
    valid_direction(student.spherical_angles(direction), direction, help="Divide by the length first, or use arctan2, in which it cancels.")


@task("spherical_angles", points=1)
@cases([{"direction": [0.6 * x, 0.8 * y, 0.0]} for x in (1, -1) for y in (1, -1)]
       + [{"direction": [0.0, -1.0, 0.0]}, {"direction": [-1.0, 0.0, 0.0]}], random=0, direction=st.sampled_from(EQUATOR))
def test_every_quadrant_of_the_equator(student, direction):
    """On the equator rot comes back in the right quadrant, x = 0 included."""
    valid_direction(student.spherical_angles(np.array(direction)), direction, help="arctan2(y, x), in this order, knows both signs.")


@task("spherical_angles", points=1)
@cases([{"direction": [0.0, 0.0, 1.0]}, {"direction": [0.0, 0.0, -1.0]}, {"direction": [0, 0, -7]}], random=0,
       direction=st.sampled_from([[0.0, 0.0, 1.0], [0.0, 0.0, -1.0]]))
def test_poles(student, direction):
    """At the poles tilt is 0° or 180° and rot is a finite number."""
    valid_direction(student.spherical_angles(direction), direction, help="x² + y² is zero at the poles: do not divide by it.")


@task("spherical_angles", points=1)
def test_the_zero_vector_is_refused(student):
    """The zero vector raises ValueError."""
    raises("ValueError", student.spherical_angles, [0.0, 0.0, 0.0])


@task("spherical_angles", points=1)
def test_the_vector_is_left_alone(student):
    """spherical_angles leaves the caller's vector as it was."""
    leaves_arguments_alone(student.spherical_angles, np.array([3.0, -4.0, 12.0]), help="`direction /= length` changes the caller's array.")
