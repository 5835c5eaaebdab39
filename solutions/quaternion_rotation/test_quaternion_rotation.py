"""Checks of quaternion_rotation. Oracles: SciPy's Rotation, 2×2 complex matrices, differences of a quadratic function, moments of SO(3)."""

import itertools

import numpy as np
from hypothesis import strategies as st
from scipy.spatial.transform import Rotation

from autograder.checks import as_array, between, cases, close, close_to_any, fail, leaves_arguments_alone, require, task

HALF = 0.5**0.5
SIGNS = list(itertools.product([1, -1], repeat=3))
UNIT_AXES = [[a * p / n, b * q / n, c * r / n] for x, y, z, n in [(3, 4, 0, 5), (1, 2, 2, 3), (2, 3, 6, 7)]
             for a, b, c in itertools.permutations((x, y, z)) for p, q, r in SIGNS]


def up_to_sign(a, b):
    """Whether two answers are the same rotation as quaternions, NaN where NaN."""
    try:
        a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    except (TypeError, ValueError):
        return False
    return a.shape == b.shape and any(np.allclose(a, sign * b, rtol=1e-4, atol=1e-5, equal_nan=True) for sign in (1, -1))


EQUIVALENT = {"from_axis_angle": up_to_sign, "from_matrix": up_to_sign, "slerp": up_to_sign}


def quaternions():
    """Short quaternions of whole numbers, not zero."""
    return st.tuples(*[st.integers(-3, 3)] * 4).filter(any).map(list)


def unit_quaternions():
    """Unit quaternions along directions of whole numbers."""
    return quaternions().map(lambda q: (np.array(q) / np.linalg.norm(q)).tolist())


def vectors():
    """Points with halves for coordinates."""
    return st.tuples(*[st.integers(-6, 6).map(lambda n: n / 2)] * 3).map(list)


def angles():
    """Multiples of 15° in radians."""
    return st.integers(-24, 24).map(lambda n: n * np.pi / 12)


def scipy_rotation(q):
    return Rotation.from_quat(q, scalar_first=True)


def sandwich(point, q):
    """q p q* by SciPy: |q|² times the rotated point."""
    return np.dot(q, q) * scipy_rotation(q).apply(point)


def turn(angle, axis):
    """The rotation by `angle` in degrees about `axis`, by SciPy."""
    return Rotation.from_rotvec(np.deg2rad(angle) * np.array(axis) / np.linalg.norm(axis))


def rows(*table):
    """A check on each row of a table; the report shows the first that fails."""
    return cases([{"row": row} for row in table], random=0, row=st.sampled_from(table))


def same_rotation(got, expected, help=""):
    expected = np.asarray(expected)
    close_to_any(got, [expected, -expected], help=help)


# -- multiply


@task("multiply", points=1)
@rows(([0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]), ([0, 0, 1, 0], [0, 0, 0, 1], [0, 1, 0, 0]), ([0, 0, 0, 1], [0, 1, 0, 0], [0, 0, 1, 0]))
def test_ij_is_k(student, row):
    """ij = k, jk = i and ki = j, with the numbers of a quaternion in the order (w, x, y, z)."""
    p, q, product = row
    close(student.multiply(p, q), product, help="The product p q has p on the left; the other order has the opposite sign here.")


@task("multiply", points=1)
@rows([0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1])
def test_squares_are_minus_one(student, row):
    """i² = j² = k² = −1."""
    close(student.multiply(row, row), [-1, 0, 0, 0], help="The scalar part is the product of the scalar parts minus a dot product.")


@task("multiply", points=2)
@cases([{"p": [1, 2, 3, 4], "q": [5, 6, 7, 8]}, {"p": [0.5, -0.5, 0.5, 0.5], "q": [1, 0, 0, -1]}], p=quaternions(), q=quaternions())
def test_any_product(student, p, q):
    """The product of any two quaternions, unit or not, is Hamilton's."""
    def as_2x2(q):
        w, x, y, z = q
        return np.array([[w + 1j * x, y + 1j * z], [-y + 1j * z, w - 1j * x]])

    (w, x), (y, z) = [(entry.real, entry.imag) for entry in (as_2x2(p) @ as_2x2(q))[0]]
    close(student.multiply(p, q), [w, x, y, z], help="Write out all sixteen products; do not normalise.")


# -- conjugate


@task("conjugate", points=1)
@cases([{"q": [1, 2, 3, 4]}, {"q": [0.5, -0.5, 0.5, -0.5]}], q=quaternions())
def test_conjugate(student, q):
    """The conjugate has the same scalar part and the opposite vector part, for a quaternion of any length."""
    close(student.conjugate(q), [q[0], -q[1], -q[2], -q[3]], help="The scalar part comes first; nothing is divided by the length.")


@task("conjugate", points=1)
def test_conjugate_leaves_q_alone(student):
    """Called with an array it gives the right answer and leaves the array as it was."""
    q = np.array([1.0, 2.0, 3.0, 4.0])
    close(student.conjugate(q), [1, -2, -3, -4])
    leaves_arguments_alone(student.conjugate, q, help="`q[1:] *= -1` changes the caller's array.")


# -- from_axis_angle


@task("from_axis_angle", points=1)
@rows(([0, 0, 1], np.pi / 2, [HALF, 0, 0, HALF]), ([1, 0, 0], np.pi, [0, 1, 0, 0]), ([0, 1, 0], 0, [1, 0, 0, 0]),
      ([0, 1, 0], 2 * np.pi / 3, [0.5, 0, 0.75**0.5, 0]))
def test_turns_about_the_axes(student, row):
    """Turns by 90°, 180°, 0° and 120° about a coordinate axis have the quaternions known by heart."""
    axis, angle, q = row
    same_rotation(student.from_axis_angle(axis, angle), q, help="The quaternion holds the cosine and the sine of half the angle.")


@task("from_axis_angle", points=1)
@cases([{"axis": [0.6, 0, 0.8], "angle": 1}, {"axis": [-2 / 3, 1 / 3, 2 / 3], "angle": -np.pi / 3}],
       axis=st.sampled_from(UNIT_AXES), angle=angles())
def test_any_axis_of_length_one(student, axis, angle):
    """About any axis of length 1 and by any angle in radians, the rotation is the right-handed one that SciPy makes."""
    expected = Rotation.from_rotvec(angle * np.array(axis)).as_quat(scalar_first=True)
    same_rotation(student.from_axis_angle(axis, angle), expected,
                  help="The angle is in radians; half of it goes into the cosine and the sine.")


@task("from_axis_angle", points=1)
@cases([{"axis": [0, 0, 5], "angle": np.pi / 2}, {"axis": [1, 1, 1], "angle": 2 * np.pi / 3}, {"axis": [0, 0.001, 0], "angle": 1.0}],
       axis=vectors().filter(any), angle=angles())
def test_axis_of_any_length(student, axis, angle):
    """The length of the axis does not matter, the result has length 1."""
    unit = np.array(axis) / np.linalg.norm(axis)
    same_rotation(student.from_axis_angle(axis, angle), [np.cos(angle / 2), *np.sin(angle / 2) * unit],
                  help="Divide the axis by its length first.")


@task("from_axis_angle", points=1)
def test_from_axis_angle_leaves_the_axis_alone(student):
    """Called with an array it gives the right answer and leaves the array as it was."""
    axis = np.array([0.0, 3.0, 4.0])
    same_rotation(student.from_axis_angle(axis, 0.0), [1, 0, 0, 0])
    leaves_arguments_alone(student.from_axis_angle, axis, 0.0, help="`axis /= …` changes the caller's array.")


# -- hand problems


@task("clockwise_turn", points=1)
def test_a_quarter_turn_about_z(student):
    """clockwise_turn is a unit quaternion that turns by 90° about the z axis, one way or the other."""
    q = np.abs(as_array(student["clockwise_turn"], shape=(4,), help="Four numbers (w, x, y, z)."))
    if not np.allclose(q, [HALF, 0, 0, HALF], atol=2e-3):
        fail("does not turn by 90° about z", got=student["clockwise_turn"],
             help="The angle in the cosine and the sine is half of 90°; w comes first.")


@task("clockwise_turn", points=1)
def test_clockwise(student):
    """clockwise_turn turns clockwise, as seen from a point on the positive z axis looking down at the origin."""
    q = as_array(student["clockwise_turn"], shape=(4,), help="Four numbers (w, x, y, z).")
    if not (np.allclose(q, [HALF, 0, 0, -HALF], atol=2e-3) or np.allclose(q, [-HALF, 0, 0, HALF], atol=2e-3)):
        fail("is not the quaternion of this turn", got=student["clockwise_turn"],
             help="It takes (1, 0, 0) to (0, −1, 0); that is a negative angle.")


@task("half_turn", points=1)
def test_first_product(student):
    """q_times_p is the quaternion q p for q = k and p = i."""
    close(student["q_times_p"], [0, 0, 1, 0], help="q p = k i, in this order; see Hamilton's rules in section 1 (ki = j).")


@task("half_turn", points=1)
def test_rotated_by_hand(student):
    """rotated_point is (1, 0, 0) turned by 180° about z."""
    close(student["rotated_point"], [-1, 0, 0], help="Three coordinates: the vector part of (q p) q⁻¹ with q⁻¹ = −k.")


# -- rotate


@task("rotate", points=1)
def test_half_turn_about_z(student):
    """A half turn about z takes (1, 0, 0) to (−1, 0, 0)."""
    close(student.rotate([1.0, 0.0, 0.0], [0.0, 0.0, 0.0, 1.0]), [-1, 0, 0], help="Compare with what you did by hand; w comes first.")


@task("rotate", points=1)
@rows(([HALF, 0, 0, HALF], [1, 0, 0], [0, 1, 0]), ([HALF, HALF, 0, 0], [0, 1, 0], [0, 0, 1]), ([HALF, 0, HALF, 0], [0, 0, 1], [1, 0, 0]))
def test_sense_of_a_quarter_turn(student, row):
    """A turn by +90° about z takes x to y, about x takes y to z, about y takes z to x."""
    q, point, turned = row
    close(student.rotate(point, q), turned, help="q stands on the left: q p q⁻¹.")


@task("rotate", points=1)
@cases([{"points": [[1, 2, 3], [-1, 0.5, 0]], "q": [0.5, -0.5, 0.5, 0.5]}],
       points=st.lists(vectors(), min_size=1, max_size=4), q=unit_quaternions())
def test_any_rotation_of_points(student, points, q):
    """Points in rows are turned as SciPy turns them, for any unit quaternion."""
    close(student.rotate(points, q), scipy_rotation(q).apply(points), help="One point is one row.")


@task("rotate", points=1)
@rows([[1.0, 2.0, 3.0], [0.0, 0.5, 0.0], [-1.0, 0.0, 2.0]], [1.0, 2.0, 3.0], [[1.0, 2.0, 3.0]], np.arange(147.0).reshape(49, 3) / 64)
def test_shapes(student, row):
    """One point, one row, three rows and 49 rows come back in the shape they were given in."""
    q = [0.1, 0.7, -0.1, 0.7]
    close(student.rotate(row, q), scipy_rotation(q).apply(row), help="Three points are three rows: with a matrix, points @ R.T.")


@task("rotate", points=1)
@cases([{"q": [0, 0, 0, 2], "point": [1, 0, 0]}, {"q": [1, 1, 0, 0], "point": [0, 1, 0]}, {"q": [0.1, 0.1, 0.1, 0.1], "point": [1, 2, 3]}],
       q=quaternions(), point=vectors())
def test_rotate_normalises(student, q, point):
    """A quaternion that is not of length 1 turns like q/|q| and does not stretch."""
    close(student.rotate(point, q), scipy_rotation(q).apply(point), help="q⁻¹ is the conjugate only where |q| = 1.")


@task("rotate", points=1)
def test_rotate_leaves_its_arguments_alone(student):
    """Called with arrays, here for a half turn with a quaternion of length 2, it gives the right answer and leaves them as they were."""
    points, q = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), np.array([0.0, 0.0, 0.0, 2.0])
    close(student.rotate(points, q), [[-1, -2, 3], [-4, -5, 6]])
    leaves_arguments_alone(student.rotate, points, q, help="`q /= …` changes the caller's array.")


# -- to_matrix


@task("to_matrix", points=1)
def test_matrix_of_a_quarter_turn(student):
    """The matrix of a turn by +90° about z takes (1, 0, 0) to (0, 1, 0)."""
    close(student.to_matrix([HALF, 0.0, 0.0, HALF]), [[0, -1, 0], [1, 0, 0], [0, 0, 1]], help="The image of (1, 0, 0) is the first column.")


@task("to_matrix", points=1)
@cases([{"q": [0.5, 0.5, -0.5, 0.5]}, {"q": [-1, 0, 0, 0]}], q=unit_quaternions())
def test_any_matrix(student, q):
    """The matrix of any unit quaternion is the one SciPy gives."""
    close(student.to_matrix(q), scipy_rotation(q).as_matrix(), help="R @ v is q p q⁻¹.")


@task("to_matrix", points=1)
@cases([{"q": [0, 0, 2, 0]}, {"q": [1, 1, 0, 0]}, {"q": [0.1, -0.1, 0.1, 0.1]}], q=quaternions())
def test_to_matrix_normalises(student, q):
    """A quaternion that is not of length 1 still gives a rotation matrix, that of q/|q|."""
    close(student.to_matrix(q), scipy_rotation(q).as_matrix(), help="Divide q by its length first.")


@task("to_matrix", points=1)
def test_to_matrix_leaves_q_alone(student):
    """Called with an array, here k of length 2, it gives the right answer and leaves the array as it was."""
    q = np.array([0.0, 0.0, 0.0, 2.0])
    close(student.to_matrix(q), np.diag([-1, -1, 1]))
    leaves_arguments_alone(student.to_matrix, q, help="`q /= …` changes the caller's array.")


# -- from_matrix


@task("from_matrix", points=1)
@cases([{"axis": [0, 0, 1], "degrees": 90}, {"axis": [1, 0, 0], "degrees": 0}, {"axis": [1, -2, 2], "degrees": 60}],
       axis=vectors().filter(any), degrees=st.integers(1, 7).map(lambda n: 15 * n))
def test_positive_trace(student, axis, degrees):
    """Rotations by less than 120°, whose matrix has a positive trace, come back as their quaternion."""
    rotation = turn(degrees, axis)
    same_rotation(student.from_matrix(rotation.as_matrix()), rotation.as_quat(scalar_first=True), help="4wz is R[1, 0] − R[0, 1].")


@task("from_matrix", points=1)
@rows(([1, -1, -1], [0, 1, 0, 0]), ([-1, 1, -1], [0, 0, 1, 0]), ([-1, -1, 1], [0, 0, 0, 1]))
def test_half_turns_about_the_axes(student, row):
    """The half turns about x, y and z, where w = 0, come back as i, j and k."""
    diagonal, q = row
    same_rotation(student.from_matrix(np.diag(diagonal)), q,
                  help="Nothing may be divided by w here; start from the largest of the four numbers.")


@task("from_matrix", points=1)
@cases([{"axis": [1, -1, 0]}, {"axis": [1, 1, 0]}, {"axis": [0, -1, 2]}, {"axis": [-1, 2, 2]}, {"axis": [3, 0, -4]}],
       axis=vectors().filter(any))
def test_half_turns_about_any_axis(student, axis):
    """Half turns about slanted axes come back with the right signs among x, y and z."""
    matrix = 2 * np.outer(axis, axis) / np.dot(axis, axis) - np.eye(3)
    same_rotation(student.from_matrix(matrix), [0, *axis / np.linalg.norm(axis)],
                  help="At 180° the signs are in R[0, 1] + R[1, 0] = 4xy and its like.")


@task("from_matrix", points=2)
@cases([{"axis": [1, 1, 1], "degrees": 120}, {"axis": [1, 0, 0], "degrees": 135}, {"axis": [0, 3, 4], "degrees": 150},
        {"axis": [0.5, 0, -1], "degrees": 165}, {"axis": [-1, 0, 3], "degrees": 175}],
       axis=vectors().filter(any), degrees=st.integers(8, 11).map(lambda n: 15 * n))
def test_trace_zero_or_negative(student, axis, degrees):
    """Rotations by 120° to 175°, whose matrix has trace zero or less, come back as their quaternion."""
    rotation = turn(degrees, axis)
    same_rotation(student.from_matrix(rotation.as_matrix()), rotation.as_quat(scalar_first=True),
                  help="Check each branch with a turn about its own axis.")


# -- counts and timing


@task("counts", points=1)
def test_numbers_stored(student):
    """numbers_stored is how many numbers a quaternion and a matrix take."""
    close(student["numbers_stored"], (4, 9), help="In the order (quaternion, matrix); all entries of the matrix.")


@task("counts", points=1)
def test_multiplications_per_point(student):
    """multiplications_per_point is the count for q p q⁻¹ with two Hamilton products, and for R v."""
    close(student["multiplications_per_point"], (32, 9),
          help="Every product of two numbers counts, also with the zero in front of the point.")


@task("counts", points=1)
def test_multiplications_to_compose(student):
    """multiplications_to_compose is the count for the product of two quaternions, and of two matrices."""
    close(student["multiplications_to_compose"], (16, 27),
          help="Each of the nine entries of the matrix product is a sum of three products.")


@task("counts", points=1)
def test_convert_from_points(student):
    """convert_from_points is the smallest number of points for which converting first takes fewer multiplications."""
    close(student["convert_from_points"], 2, help="Write down both costs for n points and compare them.")


@task("timing", points=1)
def test_one_by_one(student):
    """Measured in microseconds, a point at a time, q p q⁻¹ takes longer than R @ v."""
    times = as_array(student["microseconds"], shape=(4,), help="Four numbers, in the order of time_rotations.")
    require(bool((times > 0).all()), "has a time that is not positive", got=student["microseconds"])
    between(float(times[1]), 0.05, 500, unit="µs", help="This is the time of R @ v per point, in microseconds.")
    between(float(times[0] / times[1]), 1.2, 1000, help="This is the first time over the second: q p q⁻¹ over R @ v.")


@task("timing", points=1)
def test_all_at_once(student):
    """All points in one matrix product take a small part of the time per point, and one conversion takes microseconds."""
    times = as_array(student["microseconds"], shape=(4,), help="Four numbers, in the order of time_rotations.")
    require(bool((times > 0).all()), "has a time that is not positive", got=student["microseconds"])
    between(float(times[1] / times[2]), 3, 1e5, help="This is the second time over the third: one by one over all at once.")
    between(float(times[3]), 0.1, 5000, unit="µs", help="This is the time of one conversion, in microseconds.")


# -- slerp


def on_the_way(q0, q1, t):
    """The rotation at t on the short way, by SciPy: q0 followed by a part of the turn that is left."""
    first, second = scipy_rotation(q0), scipy_rotation(q1)
    return (Rotation.from_rotvec(t * (second * first.inv()).as_rotvec()) * first).as_quat(scalar_first=True)


def pairs():
    """Two unit quaternions that are neither (nearly) equal nor (nearly) opposite: those have checks of their own."""
    return st.tuples(unit_quaternions(), unit_quaternions()).filter(lambda pair: abs(np.dot(*pair)) < 0.99)


@task("slerp", points=0.5)
@cases([{"pair": ([1, 0, 0, 0], [0.5, 0.5, 0.5, 0.5])}, {"pair": ([0.5, 0.5, -0.5, 0.5], [HALF, 0, 0, HALF])}], random=4, pair=pairs())
def test_ends(student, pair):
    """At t = 0 and t = 1 it is the first and the second rotation."""
    q0, q1 = pair
    same_rotation(student.slerp(q0, q1, 0), q0)
    same_rotation(student.slerp(q0, q1, 1), q1)


@task("slerp", points=1)
@cases([{"degrees": 120, "t": 0.25}, {"degrees": 160, "t": 0.75}, {"degrees": 90, "t": 0.5}], random=4,
       degrees=st.integers(1, 17).map(lambda n: 10 * n), t=st.integers(0, 8).map(lambda n: n / 8))
def test_constant_speed(student, degrees, t):
    """A quarter of the way through a turn by 120° it has turned by 30°: the speed is constant."""
    angle = np.deg2rad(degrees)
    got = student.slerp([1.0, 0.0, 0.0, 0.0], [np.cos(angle / 2), 0.0, 0.0, np.sin(angle / 2)], t)
    same_rotation(got, [np.cos(t * angle / 2), 0, 0, np.sin(t * angle / 2)],
                  help="The weights are sines; a straight line runs faster in the middle.")


@task("slerp", points=1)
@cases([{"pair": ([0.5, 0.5, 0.5, 0.5], [HALF, 0, HALF, 0]), "t": 0.25}], random=6,
       pair=pairs(), t=st.integers(0, 8).map(lambda n: n / 8))
def test_between_any_two(student, pair, t):
    """Between any two rotations it goes the short way, as SciPy does."""
    q0, q1 = pair
    got = student.slerp(q0, q1, t)
    if abs(np.dot(q0, q1)) > 1e-6:
        same_rotation(got, on_the_way(q0, q1, t), help="If the dot product is negative, go to −q1.")
        return
    ways = [np.cos(t * np.pi / 2) * np.array(q0) + sign * np.sin(t * np.pi / 2) * np.array(q1) for sign in (1, -1)]  # 180° apart
    close_to_any(got, [sign * way for way in ways for sign in (1, -1)])


@task("slerp", points=1)
@cases([{"degrees": 60, "t": 0.5}, {"degrees": 90, "t": 0.25}], random=2,
       degrees=st.integers(1, 17).map(lambda n: 10 * n), t=st.integers(1, 7).map(lambda n: n / 8))
def test_negated_end(student, degrees, t):
    """With −q1 for q1 it is the same rotation: q1 and −q1 are one rotation and there is one short way to it."""
    q1 = turn(degrees, [1, 2, 2]).as_quat(scalar_first=True)
    expected = turn(t * degrees, [1, 2, 2]).as_quat(scalar_first=True)
    same_rotation(student.slerp([1.0, 0.0, 0.0, 0.0], -q1, t), expected, help="Their dot product is negative: this is the long way round.")


@task("slerp", points=1)
@cases([{"q0": [1, 0, 0, 0], "q1": [1, 0, 0, 0]}, {"q0": [1, 0, 0, 0], "q1": [-1, 0, 0, 0]},
        {"q0": [0.5, 0.5, 0.5, 0.5], "q1": [0.5, 0.5, 0.5, 0.5]}, {"q0": [1, 0, 0, 0], "q1": [1, 1e-9, 0, 0]},
        {"q0": [0.6, 0, 0.8, 0], "q1": [0.6, 0, 0.8, 1e-8]}], random=4,
       q0=unit_quaternions(), q1=st.none())
def test_nearly_equal(student, q0, q1):
    """Between rotations that are equal, or differ by less than rounding can tell, it is this rotation and never NaN."""
    q1 = q0 if q1 is None else q1
    same_rotation(student.slerp(q0, q1, 0.5), q0, help="0/0, or the arccos of a number just above 1.")


@task("slerp", points=0.5)
@rows(3, 0.3)
def test_halfway_through_a_small_turn(student, row):
    """Halfway through a turn by 3° or by 0.3° it has turned by half of that."""
    half = np.deg2rad(row) / 2
    got = as_array(student.slerp([1.0, 0.0, 0.0, 0.0], [np.cos(half), 0.0, 0.0, np.sin(half)], 0.5), shape=(4,))
    middle = np.array([np.cos(half / 2), 0.0, 0.0, np.sin(half / 2)])
    close_to_any(got, [middle, -middle], atol=3e-5,  # an arccos in single precision is off by up to 2e-5 here
                 help="Where the quaternions are nearly equal the weights are nearly 1 − t and t; neither of them is left out.")


# -- jacobian


def differences(point, q):
    """Central differences of q p q*; exact but for rounding, because it is quadratic in q."""
    steps = np.eye(4) / 8
    return np.transpose([(sandwich(point, q + step) - sandwich(point, q - step)) * 4 for step in steps])


@task("jacobian", points=1)
def test_jacobian_at_the_identity(student):
    """At q = 1 the point (1, 0, 0) is stretched by w, moved to z by −y and to y by z, with a factor of 2."""
    close(student.jacobian([1.0, 0.0, 0.0], [1.0, 0.0, 0.0, 0.0]), [[2, 0, 0, 0], [0, 0, 0, 2], [0, 0, -2, 0]],
          help="Rows are the components of the point, columns w, x, y, z.")


@task("jacobian", points=2)
@cases([{"point": [1, 2, 3], "q": [0.5, 0.5, -0.5, 0.5]}, {"point": [0, 0, 2], "q": [HALF, 0, 0, HALF]}],
       point=vectors(), q=unit_quaternions())
def test_jacobian_at_a_unit_quaternion(student, point, q):
    """At a unit quaternion it agrees with differences of q p q*, the four numbers of q varied one by one and not normalised."""
    close(student.jacobian(point, q), differences(point, np.array(q)),
          help="q is not normalised inside the function that is differentiated.")


@task("jacobian", points=1)
@cases([{"point": [1, 2, 3], "q": [1, -1, 2, 0]}, {"point": [0, 0, 2], "q": [0, 0, 0, 2]}], point=vectors(), q=quaternions())
def test_jacobian_at_any_quaternion(student, point, q):
    """At a quaternion of any length it agrees with differences of q p q*."""
    close(student.jacobian(point, q), differences(point, np.array(q)),
          help="Do not divide q by its length: every entry is of first degree in q.")


@task("jacobian", points=1)
@cases([{"point": [1, 0, 0], "q": [HALF, 0, 0, HALF]}, {"point": [1, 2, 2], "q": [2, 0, 0, 1]}], point=vectors(), q=quaternions())
def test_euler_identity(student, point, q):
    """J q is twice the vector part of q p q*: Euler's identity for a function of second degree."""
    got = as_array(student.jacobian(point, q), shape=(3, 4), help="Three rows, four columns.")
    close(got @ np.array(q), 2 * sandwich(point, q),
          help="J q would be zero if q were normalised inside, and q p q* if a factor of 2 were missing.")


# -- random_rotations

MANY = 20_000


def matrices(q):
    """Rotation matrices of the student's quaternions, which must be of unit length."""
    q = as_array(q, shape=(MANY, 4), help="One quaternion a row.")
    require(bool(np.allclose(np.linalg.norm(q, axis=1), 1, atol=1e-3)), "returned quaternions that are not of length 1")
    return scipy_rotation(q.astype(float)).as_matrix()


@task("random_rotations", points=1)
@rows(1, 4, 49)
def test_unit_quaternions(student, row):
    """n rotations are n rows of four numbers, each row of length 1."""
    q = as_array(student.random_rotations(row, 3), shape=(row, 4))
    close(np.linalg.norm(q, axis=1), np.ones(row), help="Divide each row by its own length.")


@task("random_rotations", points=1)
def test_seed(student):
    """The same seed gives the same rotations, another seed gives others."""
    first, again, other = (as_array(student.random_rotations(5, seed), shape=(5, 4)) for seed in (11, 11, 12))
    require(np.array_equal(first, again), "gave other rotations for the same seed",
            help="Make the generator from the seed, in the function.")
    require(not np.allclose(first, other), "gave the same rotations for two seeds", help="Use the seed that is given.")


@task("random_rotations", points=2)
def test_mean_matrix_is_zero(student):
    """The mean of 20 000 rotation matrices is zero to within 0.025, six standard errors."""
    mean = matrices(student.random_rotations(MANY, 5)).mean(axis=0)
    worst = mean[np.unravel_index(np.abs(mean).argmax(), (3, 3))]
    require(abs(worst) < 0.025, f"gave rotations whose mean matrix has an entry {worst:.3f}, expected 0",
            help="Some rotations are more frequent than others. Do all four numbers take both signs?")


@task("random_rotations", points=1)
def test_mean_square_cosine_is_a_third(student):
    """The cosine of the angle between a turned axis and any axis has the mean square 1/3, to within six standard errors."""
    mean = (matrices(student.random_rotations(MANY, 6)) ** 2).mean(axis=0)
    worst = mean[np.unravel_index(np.abs(mean - 1 / 3).argmax(), (3, 3))]
    require(abs(worst - 1 / 3) < 0.0127, f"gave rotations with a mean squared cosine of {worst:.3f}, expected 0.333",
            help="Points on a sphere are not uniform where their angles, or the numbers they were made from, are.")


@task("random_rotations", points=1)
def test_few_small_angles(student):
    """18.2 % of all rotations turn by less than 90°, to within six standard errors."""
    traces = matrices(student.random_rotations(MANY, 7)).trace(axis1=1, axis2=2)
    share, expected = (traces > 1).mean(), 0.5 - 1 / np.pi
    require(abs(share - expected) < 0.0164, f"gave {100 * share:.1f} % of rotations by less than 90°, expected {100 * expected:.1f} %",
            help="The angle of a uniform rotation is not uniform: large angles are more frequent, as 1 − cos.")
