"""Hidden checks of griddata_interpolation. Oracles: SciPy's own interpolators, loops over all pairs, exact small triangles."""

import math

import numpy as np
from hypothesis import strategies as st
from scipy.interpolate import LinearNDInterpolator
from scipy.spatial import ConvexHull

from autograder.checks import as_array, between, cases, close, close_to_any, equal, leaves_arguments_alone, raises, require, task


def _same(a, b):
    """Two results of `linear` mean the same, NaN in either part of a complex number included."""
    try:
        a, b = np.asarray(a), np.asarray(b)
        return a.shape == b.shape and bool(np.allclose(a, b, rtol=1e-4, atol=1e-5, equal_nan=True))
    except (TypeError, ValueError):
        return False


EQUIVALENT = {"linear": _same}


def _scattered(n, d):
    """n points in the box from 0 to 8, multiples of 1/8, spread evenly and in general position: one Delaunay triangulation only."""
    ratio = {2: 1.32471795724475, 3: 1.22074408460576}[d]
    return np.round(64 * ((0.5 + np.outer(np.arange(1, n + 1), ratio ** -np.arange(1.0, d + 1))) % 1)) / 8


PLANE, SPACE = _scattered(10, 2), _scattered(12, 3)
SQUARE = [[0, 0], [4, 0], [0, 4], [4, 4], [2, 2]]
SQUARE_VALUES = [1, 5, -3, 2, 7]
OCTAHEDRON = [[2, 0, 0], [-2, 0, 0], [0, 2, 0], [0, -2, 0], [0, 0, 2], [0, 0, -2], [0, 0, 0]]
TURNING = np.exp(1j * np.deg2rad([0, 80, 160, 240, 320, 40, 120, 200, 280, 350])) * [1, 2, 1, 3, 1, 2, 1, 1, 2, 1]
FEW = np.array([[4.0, 4.0], [3.25, 5.0], [5.0, 2.5], [2.5, 3.0]])
FEW_IN_SPACE = np.array([[4.0, 4.0, 4.0], [3.25, 5.0, 3.0], [5.0, 3.5, 4.5], [4.5, 4.0, 3.0]])

coordinate = st.integers(0, 32).map(lambda k: k / 4)
whole_values = st.lists(st.integers(-4, 4), min_size=10, max_size=10)
plane_queries = st.lists(st.tuples(coordinate, coordinate), min_size=1, max_size=6)
space_queries = st.lists(st.tuples(coordinate, coordinate, coordinate), min_size=1, max_size=6)
small = st.integers(-6, 6)


def _distances(points, queries):
    return np.array([[math.dist(query, point) for point in points] for query in queries])


def _height_above_hull(points, queries):
    """Positive outside the convex hull, negative inside; its size is the distance to the nearest face's plane."""
    equations = ConvexHull(points).equations
    return (queries @ equations[:, :-1].T + equations[:, -1]).max(axis=1)


# ---------------------------------------------------------------------------------------------------------------- nearest


@task("nearest", points=1)
def test_nearest_is_euclidean(student):
    """"Nearest" means the smallest Euclidean distance."""
    points, values = [[2.5, 0.0], [2.0, 2.0], [2.125, 1.0], [-0.5, 5.0]], [10.0, 20.0, 30.0, 40.0]
    close(student.nearest(points, values, [0.0, 0.0]), 30.0, help="Add the squares of all coordinate differences.")


@task("nearest", points=1)
def test_nearest_shapes(student):
    """One query gives shape (), m queries give shape (m,), also for m = 1."""
    close(student.nearest(PLANE, np.arange(10), [0.0, 8.0]), _nearest_value([[0.0, 8.0]])[0],
          help="A query of shape (d,) has a single number as its answer.")
    close(student.nearest(PLANE, np.arange(10), [[0.0, 8.0]]), _nearest_value([[0.0, 8.0]]),
          help="Keep the axis of the queries, even if it has length 1.")
    close(student.nearest(PLANE, np.arange(10), FEW), _nearest_value(FEW))


def _nearest_value(queries):
    return _distances(PLANE, queries).argmin(axis=1).astype(float)


@task("nearest", points=1)
@cases([{"values": [3, -4, 1, 0, 2, -1, 4, -2, -3, 1], "queries": [(4.0, 4.25), (0.5, 7.0), (7.0, 1.0)]}], random=4,
       values=whole_values, queries=plane_queries)
def test_nearest_against_all_pairs(student, values, queries):
    """In 2D the answer is the value at the smallest of all distances."""
    values, queries = np.array(values), np.array(queries)
    _accept_ties(student.nearest(PLANE, values, queries), PLANE, values, queries)


@task("nearest", points=1)
def test_nearest_in_3d(student):
    """In 3D all three coordinates count."""
    _accept_ties(student.nearest(SPACE, np.arange(12.0), FEW_IN_SPACE), SPACE, np.arange(12.0), FEW_IN_SPACE)
    close(student.nearest([[0, 0, 0], [1, 1, 9]], [1.0, 2.0], [[0, 0, 8], [2, 2, 0]]), [2.0, 1.0],
          help="Does the third coordinate enter the distance?")


@task("nearest", points=1)
def test_nearest_complex_and_outside(student):
    """Complex values come back whole, also for queries far outside the cloud of points."""
    outside = np.array([[-20.0, 3.0], [40.0, 50.0], [4.0, 4.25]])
    _accept_ties(student.nearest(PLANE, TURNING, outside), PLANE, TURNING, outside)


@task("nearest", points=1)
def test_nearest_tie(student):
    """In a tie, and for a position listed twice, the answer is one of the values, not a blend."""
    close_to_any(student.nearest([[0, 0], [2, 0]], [5.0, 9.0], [1, 0]), [5.0, 9.0])
    close_to_any(student.nearest([[0, 0], [2, 0], [2, 0]], [5.0, 9.0, -3.0], [3, 1]), [9.0, -3.0])


def _accept_ties(got, points, values, queries):
    got = as_array(got, shape=(len(queries),))
    expected = []
    for row, value in zip(_distances(points, queries), got, strict=True):
        tied = values[row <= row.min() + 1e-6]
        expected.append(tied[np.argmin(np.abs(tied - value))])
    close(got, expected)


# ------------------------------------------------------------------------------------------------------- inverse distance


def _shepard(points, values, queries, power):
    result = []
    for row in _distances(points, queries):
        weights = [float(d == 0) for d in row] if 0 in row else [d ** -power for d in row]
        result.append(sum(w * v for w, v in zip(weights, values, strict=True)) / sum(weights))
    return np.array(result)


@task("inverse_distance", points=1)
@cases([{"power": 1}, {"power": 2}, {"power": 3}], random=1, power=st.integers(1, 4))
def test_weights_of_two_points(student, power):
    """Between a point at distance 2 and one at distance 4 the weights are as 2ᵖ to 1."""
    weight = 2.0**power
    close(student.inverse_distance([[0, 0], [6, 0]], [10.0, 40.0], [2, 0], power), (weight * 10 + 40) / (weight + 1),
          help="The weight is 1/dᵖ with the distance d itself, and the near point counts more.")


@task("inverse_distance", points=1)
def test_constant_stays_constant(student):
    """If all values are equal, so is every answer."""
    close(student.inverse_distance(PLANE, np.full(10, 3.5), np.array([[4.0, 4.0], [0.0, 8.0], [30.0, -5.0]]), 2), [3.5, 3.5, 3.5],
          help="Divide by the sum of the weights.")


@task("inverse_distance", points=1)
def test_exact_at_the_points(student):
    """At a point the answer is that point's value."""
    values = np.arange(10) - 4.5
    close(student.inverse_distance(PLANE, values, PLANE, 2), values, help="The distance is zero there: treat this case before you divide.")


@task("inverse_distance", points=1)
def test_mean_at_a_repeated_point(student):
    """At a position listed three times the answer is the mean of its three values."""
    points, values = [[1, 1], [4, 0], [1, 1], [0, 3], [1, 1]], [2.0, 50.0, 6.0, 90.0, 13.0]
    close(student.inverse_distance(points, values, [1, 1], 2), 7.0, help="All points at distance zero count, each of them equally.")


@task("inverse_distance", points=1)
def test_repeated_point_counts_twice(student):
    """Away from it, a position listed twice has twice the weight."""
    points, values = [[0, 0], [2, 0], [2, 0]], [0.0, 9.0, 3.0]
    close(student.inverse_distance(points, values, [1, 0], 1), 4.0, help="Each row of points enters the sums once, equal rows too.")


@task("inverse_distance", points=1)
@cases([{"values": [3, -4, 1, 0, 2, -1, 4, -2, -3, 1], "queries": [(4.0, 4.25), (0.5, 7.0), (12.0, 1.0)], "power": 2}], random=4,
       values=whole_values, queries=plane_queries, power=st.sampled_from([1, 2, 3, 1.5, 2.5]))
def test_shepard_against_loops(student, values, queries, power):
    """In 2D the answer is Σ wᵢ fᵢ / Σ wᵢ over all points."""
    queries = np.array(queries)
    close(student.inverse_distance(PLANE, np.array(values), queries, power), _shepard(PLANE, values, queries, power),
          help="All points enter both sums, with the weight 1/dᵖ.")


@task("inverse_distance", points=1)
def test_shepard_complex_in_3d(student):
    """In 3D and for complex values the same sum holds."""
    values = np.append(TURNING, [2.0 - 1j, 0.5j])
    close(student.inverse_distance(SPACE, values, FEW_IN_SPACE, 2), _shepard(SPACE, values, FEW_IN_SPACE, 2),
          help="Distances need all three coordinates, and weights are real: real and imaginary part are averaged alike.")


@task("inverse_distance", points=1)
def test_shepard_shapes(student):
    """One query gives shape (), m queries give shape (m,), also for m = 1; lists of whole numbers are fine."""
    points, values = [[0, 0], [3, 0]], [0, 7]
    close(student.inverse_distance(points, values, [1, 0], 1), 7 / 3, help="A query of shape (d,) has a single number as its answer.")
    close(student.inverse_distance(points, values, [[1, 0]], 1), [7 / 3], help="Keep the axis of the queries, even if it has length 1.")
    close(student.inverse_distance(points, values, [[1, 0], [3, 0], [2, 0]], 1), [7 / 3, 7.0, 14 / 3])


@task("inverse_distance", points=1)
def test_shepard_leaves_arguments_alone(student):
    """The arguments are not changed."""
    leaves_arguments_alone(student.inverse_distance, PLANE, np.arange(10.0), np.array([[4.0, 4.0], *PLANE[:2]]), 2)


# ------------------------------------------------------------------------------------------------------------ barycentric

TRIANGLE = [[0.0, 0.0], [4.0, 0.0], [0.0, 2.0]]
TETRAHEDRON = [[1.0, 0.0, 0.0], [5.0, 1.0, 0.0], [0.0, 4.0, 1.0], [2.0, 1.0, 8.0]]


@task("barycentric", points=1)
def test_weights_in_the_order_of_the_vertices(student):
    """Weight j belongs to row j of the simplex."""
    close(student.barycentric(TRIANGLE, [0.5, 1.25]), [0.25, 0.125, 0.625], help="Which weight is left over, and where does it belong?")


@task("barycentric", points=1)
def test_one_at_its_own_vertex(student):
    """At a vertex, that vertex has weight 1 and the others 0."""
    for row, vertex in enumerate(TRIANGLE):
        close(student.barycentric(TRIANGLE, vertex), np.eye(3)[row])


@task("barycentric", points=1)
@cases([{"corner": (0, 0), "right": 4, "up": 2, "slant": 1, "point": (1, 1)}], random=4,
       corner=st.tuples(small, small), right=st.integers(1, 6), up=st.integers(1, 6), slant=small, point=st.tuples(small, small))
def test_weights_in_any_triangle(student, corner, right, up, slant, point):
    """In any triangle, for points inside and outside, the weights sum to 1 and reproduce the point."""
    triangle = np.array(corner, float) + [[0, 0], [right, slant], [-slant, up + slant**2]]
    weights = as_array(student.barycentric(triangle, np.array(point, float)), shape=(3,))
    require(abs(weights.sum() - 1) < 1e-3, "returned weights that do not sum to 1", got=weights)
    close(weights @ triangle, np.array(point, float), atol=1e-3, help="Σ λⱼ vⱼ must be the point itself.")


@task("barycentric", points=1)
def test_negative_outside(student):
    """Outside the triangle a weight is negative, and they still sum to 1."""
    close(student.barycentric(TRIANGLE, [2.0, -1.0]), [1.0, 0.5, -0.5], help="The weights keep their signs: do not use absolute areas.")
    close(student.barycentric(TRIANGLE, [6.0, 3.0]), [-2.0, 1.5, 1.5])


@task("barycentric", points=1)
def test_orientation_does_not_matter(student):
    """Vertices in the other order round give the same weights, in that order."""
    close(student.barycentric([[4, 0], [0, 0], [0, 2]], [0.5, 1.25]), [0.125, 0.25, 0.625])
    close(student.barycentric([[1, 1], [2, 5], [7, 2]], [3, 3]), np.linalg.solve([[1, 2, 7], [1, 5, 2], [1, 1, 1]], [3, 3, 1]))


@task("barycentric", points=1)
def test_tetrahedron(student):
    """In a tetrahedron there are four weights, inside and outside."""
    for weights in ([0.125, 0.25, 0.5, 0.125], [0.5, -0.25, 0.375, 0.375]):
        close(student.barycentric(TETRAHEDRON, np.array(weights) @ TETRAHEDRON), weights)


@task("barycentric", points=1)
def test_flat_simplex(student):
    """Three vertices on a line, or four in a plane, raise ValueError."""
    raises("ValueError", student.barycentric, [[0.0, 0.0], [1.0, 2.0], [3.0, 6.0]], [1.0, 1.0])
    raises("ValueError", student.barycentric, [[0.0, 0.0, 0.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [1.0, 1.0, 0.0]], [1.0, 1.0, 1.0])


# ----------------------------------------------------------------------------------------------------------------- linear


@task("linear", points=1)
def test_one_triangle(student):
    """In a single triangle the values are weighted barycentrically."""
    close(student.linear(TRIANGLE, [8.0, 16.0, -8.0], [[0.5, 1.25], [2.0, 0.5]]), [-1.0, 8.0],
          help="Weight λⱼ goes with the value of vertex j.")


@task("linear", points=1)
def test_linear_at_the_points(student):
    """At every point, also at the corners of the hull, the answer is that point's value."""
    values = np.arange(10) - 4.5
    close(student.linear(PLANE, values, PLANE), values, help="The corners of the hull are inside; allow for round-off.")


@task("linear", points=1)
@cases([{"slope": (1, -2), "offset": 3, "queries": [tuple(q) for q in FEW]}], random=3,
       slope=st.tuples(small, small), offset=small, queries=plane_queries)
def test_affine_in_2d(student, slope, offset, queries):
    """Values of the form a + b·x are reproduced exactly in 2D."""
    queries = np.array(queries)
    queries = queries[_height_above_hull(PLANE, queries) < -1e-3]
    if len(queries):
        close(student.linear(PLANE, offset + PLANE @ np.array(slope, float), queries), offset + queries @ slope, atol=1e-3)


@task("linear", points=1)
@cases([{"slope": (1, -2, 3), "offset": 3, "queries": [tuple(q) for q in FEW_IN_SPACE]}], random=3,
       slope=st.tuples(small, small, small), offset=small, queries=space_queries)
def test_affine_in_3d(student, slope, offset, queries):
    """Values of the form a + b·x are reproduced exactly in 3D."""
    queries = np.array(queries)
    queries = queries[_height_above_hull(SPACE, queries) < -1e-3]
    if len(queries):
        close(student.linear(SPACE, offset + SPACE @ np.array(slope, float), queries), offset + queries @ slope, atol=1e-3)


@task("linear", points=2)
@cases([{"values": [3, -4, 1, 0, 2, -1, 4, -2, -3, 1], "queries": [tuple(q) for q in FEW]}], random=4,
       values=whole_values, queries=plane_queries)
def test_linear_against_scipy_in_2d(student, values, queries):
    """In 2D any values give SciPy's answer, inside the hull and outside."""
    values, queries = np.array(values, float), np.array(queries)
    queries = queries[np.abs(_height_above_hull(PLANE, queries)) > 1e-3]
    if len(queries):
        close(student.linear(PLANE, values, queries), LinearNDInterpolator(PLANE, values)(queries), atol=1e-4)


@task("linear", points=1)
@cases([{"queries": [tuple(q) for q in FEW_IN_SPACE]}], random=4, queries=space_queries)
def test_linear_against_scipy_in_3d(student, queries):
    """In 3D any values give SciPy's answer, inside the hull and outside."""
    queries = np.array(queries)
    queries = queries[np.abs(_height_above_hull(SPACE, queries)) > 1e-3]
    values = np.array([3.0, -4, 1, 0, 2, -1, 4, -2, -3, 1, 5, -5])
    if len(queries):
        close(student.linear(SPACE, values, queries), LinearNDInterpolator(SPACE, values)(queries), atol=1e-4)


@task("linear", points=1)
def test_nan_outside(student):
    """Outside the hull the answer is NaN: neither zero, nor the nearest value, nor an extrapolation."""
    got = student.linear(SQUARE, np.full(5, 7.0), [[5.0, 2.0], [-0.5, -0.5], [1.0, 2.5], [2.0, 30.0]])
    close(got, [np.nan, np.nan, 7.0, np.nan], help="find_simplex answers -1 for a query that no simplex holds.")


@task("linear", points=1)
def test_nan_outside_complex(student):
    """Outside the hull a complex answer has NaN in its real part, its imaginary part or both."""
    got = as_array(student.linear(SQUARE, np.full(5, 1 + 2j), [[5.0, 2.0], [3.0, 2.5]]), shape=(2,))
    require(bool(np.isnan(got[0])), "returned a number outside the hull, expected NaN", got=got)
    close(got[1], 1 + 2j)


@task("linear", points=1)
def test_boundary_is_inside(student):
    """Points on the hull's boundary are inside, in 2D and 3D."""
    close(student.linear(SQUARE, np.full(5, 7.0), [[2.0, 0.0], [4.0, 1.0], [1.0, 4.0], [0.0, 2.0]]), [7.0, 7.0, 7.0, 7.0],
          help="A weight of zero, give or take round-off, is inside.")
    close(student.linear(OCTAHEDRON, np.full(7, 7.0), [[1.0, 1.0, 0.0], [-1.0, 0.5, -0.5], [0.0, 0.0, 2.0]]), [7.0, 7.0, 7.0])


@task("linear", points=1)
def test_complex_is_real_and_imaginary_part(student):
    """The answer for complex values is that for the real parts plus i times that for the imaginary parts."""
    parts = [LinearNDInterpolator(PLANE, part)(FEW) for part in (TURNING.real, TURNING.imag)]
    close(student.linear(PLANE, TURNING, FEW), parts[0] + 1j * parts[1],
          help="Interpolate the complex numbers themselves, and keep the imaginary part.")


@task("linear", points=1)
def test_no_jump_where_the_phase_wraps(student):
    """Between values with phases of 170° and −170° the answer stays near −1."""
    values = np.exp(1j * np.deg2rad([170.0, -170.0, 170.0]))
    close(student.linear([[0, 0], [2, 0], [0, 2]], values, [1.0, 0.5]), values.mean() + (values[1] - values[0]) / 6,
          help="The phase is not a number one can average: 170° and −170° are 20° apart.")


@task("linear", points=1)
def test_linear_shapes(student):
    """One query gives shape (), m queries give shape (m,), also for m = 1."""
    close(student.linear(SQUARE, np.full(5, 7.0), [2.0, 1.0]), 7.0, help="A query of shape (d,) has a single number as its answer.")
    close(student.linear(SQUARE, np.full(5, 7.0), [[2.0, 1.0]]), [7.0], help="Keep the axis of the queries, even if it has length 1.")
    close(student.linear(SQUARE, np.full(5, 7.0), [9.0, 1.0]), np.nan)


@task("linear", points=1)
def test_whole_numbers_give_fractions(student):
    """Whole numbers as points, values and queries give fractions where they should."""
    close(student.linear([[0, 0], [4, 0], [0, 4]], [0, 1, 2], [[1, 1], [2, 1]]), [0.75, 1.0],
          help="An integer array cannot hold 0.75: give the result a float dtype.")


@task("linear", points=1)
def test_repeated_points_change_nothing(student):
    """Points listed twice with equal values change nothing."""
    points, values = np.array([*SQUARE, *SQUARE[3:], SQUARE[0]], float), [*SQUARE_VALUES, *SQUARE_VALUES[3:], SQUARE_VALUES[0]]
    close(student.linear(points, np.array(values, float), [[2.0, 1.0], [3.0, 2.5], [0.0, 0.0]]), [5.0, 4.875, 1.0])


@task("linear", points=1)
def test_degenerate_points(student):
    """Points on one line, in one plane, or too few raise ValueError."""
    raises("ValueError", student.linear, [[0.0, 0.0], [1.0, 1.0], [2.0, 2.0], [3.0, 3.0]], [1.0, 2.0, 3.0, 4.0], [1.5, 1.5])
    raises("ValueError", student.linear, [[0.0, 0, 1], [4, 0, 1], [0, 4, 1], [4, 4, 1], [1, 2, 1]], [1.0, 2.0, 3.0, 4.0, 5.0], [1, 1, 1])
    raises("ValueError", student.linear, [[0.0, 0.0], [1.0, 0.0], [1.0, 0.0]], [1.0, 2.0, 2.0], [0.5, 0.0])


@task("linear", points=1)
def test_linear_leaves_arguments_alone(student):
    """The arguments are not changed."""
    leaves_arguments_alone(student.linear, np.array(PLANE), np.arange(10.0), np.array([[4.0, 4.0], [30.0, 0.0]]))


# ---------------------------------------------------------------------------------------------------------- fourier_sizes


def _letters(got, alphabet):
    return "".join(letter for letter in str(got).upper() if letter in alphabet)


@task("fourier_sizes", points=1)
def test_roles_in_insertion(student):
    """Insertion: points, values and xi are the right three arrays."""
    equal(_letters(student["insertion"], "ABCD"), "CAB",
          help="points and values say where the function is known and what it is there; xi is where it is wanted.")


@task("fourier_sizes", points=1)
def test_roles_in_extraction(student):
    """Extraction: points, values and xi are the right three arrays."""
    equal(_letters(student["extraction"], "ABCD"), "BDC", help="Now the grid is where the function is known.")


@task("fourier_sizes", points=1)
def test_number_of_points(student):
    """The number of points counts every pixel of every image."""
    close(student["n_points"], 360e6, rtol=1e-6)


@task("fourier_sizes", points=1)
def test_bytes_of_points(student):
    """The array points holds three float64 coordinates for each pixel."""
    close(student["points_bytes"], 8.64e9, rtol=1e-6, unit="bytes")


@task("fourier_sizes", points=1)
def test_bytes_of_values(student):
    """The array values holds one complex128 number for each pixel."""
    close(student["values_bytes"], 5.76e9, rtol=1e-6, unit="bytes")


@task("fourier_sizes", points=1)
def test_queries(student):
    """The queries are all voxels, with three float64 coordinates each."""
    close(student["n_xi"], 1.728e6, rtol=1e-6)
    close(student["xi_bytes"], 41.472e6, rtol=1e-6, unit="bytes")


# -------------------------------------------------------------------------------------------------------- complex_between


def _at(amplitude, degrees):
    return complex(amplitude * math.cos(math.radians(degrees)), amplitude * math.sin(math.radians(degrees)))


@task("complex_between", points=1)
def test_cartesian_quarter(student):
    """Real and imaginary part change linearly from first (fraction 0) to second (fraction 1)."""
    close(student.cartesian_between(2 + 4j, -2 + 12j, 0.25), 1 + 6j, help="At fraction 0 the answer is first.")


@task("complex_between", points=1)
def test_cartesian_loses_amplitude(student):
    """Halfway between two numbers of amplitude 1 and 20° apart the amplitude is cos 10°."""
    close(student.cartesian_between(_at(1, 170), _at(1, -170), 0.5), -math.cos(math.radians(10)))


@task("complex_between", points=1)
@cases([{"start": 170, "turn": 20, "quarters": 2}, {"start": -170, "turn": -20, "quarters": 1}], random=4,
       start=st.integers(-12, 12).map(lambda k: 15 * k + 5), turn=st.integers(-11, 11).map(lambda k: 15 * k), quarters=st.integers(0, 4))
def test_polar_turns_the_shorter_way(student, start, turn, quarters):
    """Between two numbers of amplitude 1 the phase turns evenly, the shorter way round."""
    close(student.polar_between(_at(1, start), _at(1, start + turn), quarters / 4), _at(1, start + turn * quarters / 4),
          help="The angle from first to second lies between −180° and 180°.")


@task("complex_between", points=1)
def test_polar_amplitude(student):
    """The amplitude changes linearly while the phase turns."""
    close(student.polar_between(_at(2, 30), _at(6, 120), 0.25), _at(3, 52.5))


# ----------------------------------------------------------------------------------------------------------- complex_loss


@task("complex_loss", points=1)
def test_phase_step(student):
    """The angle between neighbouring coefficients follows from the distance to the origin."""
    close(student["phase_step"], 90.0, rtol=1e-3, unit="degrees", help="The coefficient turns by 360°·a/N from one k to the next.")


@task("complex_loss", points=1)
def test_amplitude_halfway(student):
    """The middle of a chord lies inside the circle."""
    close(student["amplitude_halfway"], 0.70711, atol=5e-4,
          help="The middle of the chord between two unit arrows an angle Δ apart is at cos(Δ/2).")


@task("complex_loss", points=1)
def test_amplitude_padded(student):
    """Padding brings the samples closer together and keeps more of the amplitude."""
    close(student["amplitude_padded"], 0.92388, atol=5e-4, help="Padding changes N, not the distance to the origin.")


@task("complex_loss", points=1)
def test_amplitude_corner(student):
    """With the origin in the corner, the centre of the box is half a box away from it."""
    close(student["amplitude_corner"], 0.0, atol=5e-4, help="How many pixels is the centre away from the corner, along the axis?")


# ------------------------------------------------------------------------------------------------------------- bottleneck


@task("bottleneck", points=1)
def test_slowest_once(student):
    """The slowest piece for one set of queries."""
    equal(_letters(student["slowest_once"], "ABC"), "A", help="Compare set_up, location and weighted_sum of the second call.")


@task("bottleneck", points=1)
def test_slowest_again(student):
    """The slowest piece for further sets of queries with the same points."""
    equal(_letters(student["slowest_again"], "ABC"), "B", help="What depends on the points only need not be done again.")


@task("bottleneck", points=1)
def test_reuse(student):
    """Keeping the triangulation makes further sets faster by a factor that has been measured."""
    between(student["reuse_speed_up"], 1.5, 10_000)


@task("bottleneck", points=1)
def test_table(student):
    """The table of all distances holds one float64 for each pair of a point and a query."""
    close(student["table_bytes"], 4.97664e15, rtol=1e-4, unit="bytes")
