# %% [markdown]
# # Interpolation from scattered points
#
# Week W14, stream blur. About four hours. Read [the chapter](../../book/interpolation.md) first.
#
# Afterwards you can
#
# * say what the three arrays `points`, `values` and `xi` of a scattered-data interpolation hold, and how large they are in Fourier space;
# * write nearest-neighbour, inverse-distance and linear interpolation for points that lie on no grid, in 2D and 3D;
# * find the weights of a point in a triangle or a tetrahedron;
# * say what goes wrong, and what does not, when the values are complex;
# * measure which step costs the time, and say how to save it.
#
# All functions here share their arguments. `points` has shape $(n, d)$: $n$ positions in $d = 2$ or $3$ dimensions, in any order.
# `values` has shape $(n,)$: one real or complex number for each position. `xi` holds the positions where the function is wanted: shape
# $(d,)$ for one query, shape $(m, d)$ for $m$ of them. The result has shape $()$ for one query (a plain number will do) and shape $(m,)$
# for $m$ queries, also when $m = 1$. The columns of `points` and of `xi` mean the same axes in the same order. Any of the arguments may
# be nested lists, and whole numbers. The module `scipy.interpolate` is locked while your functions run.

# %% given="imports"
import time

import numpy as np
from scipy.spatial import Delaunay, QhullError

# %% [markdown]
# ## 1. Nearest neighbour
#
# The answer at a query $\mathbf{x}$ is the value $f_i$ of the point $\mathbf{p}_i$ with the smallest Euclidean distance
# $\lVert \mathbf{x} - \mathbf{p}_i \rVert$. It exists everywhere, also far outside the cloud of points. If several points are equally
# near, or if one position is listed several times with different values, the value of any one of them is accepted.

# %% solution="nearest"
def nearest(points, values, xi):
    """Value of the nearest point.

    Parameters
    ----------
    points : array_like, shape (n, d)
        Where the function is known; d is 2 or 3, n at least 1. All coordinates in one unit, Å or 1/Å say.
    values : array_like, shape (n,)
        Real or complex value at each point.
    xi : array_like, shape (d,) or (m, d)
        One query or m queries, in the unit and axis order of ``points``.

    Returns
    -------
    number or ndarray, shape () or (m,)
        Value of the point at the smallest Euclidean distance; of any one of them in a tie.
    """
    ### BEGIN SOLUTION
    points, values, xi = np.asarray(points, float), np.asarray(values), np.asarray(xi, float)
    squared = ((xi[..., None, :] - points) ** 2).sum(axis=-1)
    return values[squared.argmin(axis=-1)]
    ### END SOLUTION


# %% example="nearest"
assert np.allclose(nearest([[0.0, 0.0], [4.0, 0.0]], [7.0, 9.0], [1.0, 1.0]), 7.0)
assert np.allclose(nearest([[0.0, 0.0], [4.0, 0.0]], [7.0, 9.0], [[1.0, 1.0], [50.0, 0.0]]), [7.0, 9.0])

# %% [markdown]
# ## 2. Inverse distance
#
# Shepard's method gives every point a say, the near ones more:
#
# $$f(\mathbf{x}) = \frac{\sum_i w_i f_i}{\sum_i w_i}, \qquad w_i = \frac{1}{d_i^{\,p}},
# \qquad d_i = \lVert \mathbf{x} - \mathbf{p}_i \rVert ,$$
#
# where the sums run over all $n$ points and the power $p > 0$ is chosen by the user. As $\mathbf{x}$ approaches a point, the answer
# approaches that point's value; exactly at a point the formula divides by zero, so that case needs a line of its own. We fix: if
# $\mathbf{x}$ coincides with one or several points, the answer is the mean of the values listed there. Everywhere else a position that is
# listed twice counts twice.

# %% solution="inverse_distance"
def inverse_distance(points, values, xi, power):
    """Mean of all values, each weighted by its distance to the power ``-power``.

    Parameters
    ----------
    points : array_like, shape (n, d)
        Where the function is known; d is 2 or 3, n at least 1.
    values : array_like, shape (n,)
        Real or complex value at each point.
    xi : array_like, shape (d,) or (m, d)
        One query or m queries, in the unit and axis order of ``points``.
    power : float
        p > 0 in the weight 1/dᵖ, where d is the Euclidean distance (not its square).

    Returns
    -------
    number or ndarray, shape () or (m,)
        Σ wᵢ fᵢ / Σ wᵢ over all points. Where a query coincides with points: the mean of the values at those points.

    References
    ----------
    Shepard 1968, A two-dimensional interpolation function for irregularly-spaced data, Proc. 23rd ACM National Conference, 517–524.
    """
    ### BEGIN SOLUTION
    points, values, xi = np.asarray(points, float), np.asarray(values), np.asarray(xi, float)
    distance = np.linalg.norm(xi[..., None, :] - points, axis=-1)
    hit = distance == 0
    weights = np.where(hit.any(axis=-1, keepdims=True), hit, 1 / np.where(hit, 1, distance) ** power)
    return weights @ values / weights.sum(axis=-1)
    ### END SOLUTION


# %% example="inverse_distance"
assert np.allclose(inverse_distance([[0.0, 0.0], [3.0, 0.0]], [0.0, 6.0], [1.0, 0.0], 1), 2.0)  # weights 1 and 1/2

# %% [markdown]
# ## 3. Weights of a point in a simplex
#
# A simplex is a triangle in 2D and a tetrahedron in 3D: $d + 1$ vertices $\mathbf{v}_0, \dots, \mathbf{v}_d$ that lie in no common line
# or plane. Every position $\mathbf{x}$ can be written in exactly one way as
#
# $$\mathbf{x} = \sum_{j=0}^{d} \lambda_j \mathbf{v}_j \quad\text{with}\quad \sum_{j=0}^{d} \lambda_j = 1 .$$
#
# The numbers $\lambda_j$ are the barycentric weights of $\mathbf{x}$. Inside the simplex all of them are positive; outside, at least one
# is negative. The function must return the weights for any $\mathbf{x}$, outside as well.

# %% solution="barycentric"
def barycentric(simplex, point):
    """Barycentric weights of one point with respect to the vertices of a simplex.

    Parameters
    ----------
    simplex : array_like, shape (d + 1, d)
        The vertices, one in each row; d is 2 (triangle) or 3 (tetrahedron). Either orientation.
    point : array_like, shape (d,)
        Where the weights are wanted, inside the simplex or outside.

    Returns
    -------
    ndarray, shape (d + 1,)
        Weight λⱼ of vertex j, in the order of the rows of ``simplex``: Σ λⱼ = 1 and Σ λⱼ vⱼ = point.

    Raises
    ------
    ValueError
        If the vertices lie on one line (d = 2) or in one plane (d = 3). ``numpy.linalg.LinAlgError`` is a ValueError and will do.
    """
    ### BEGIN SOLUTION
    simplex, point = np.asarray(simplex, float), np.asarray(point, float)
    edges = (simplex[1:] - simplex[0]).T
    rest = np.linalg.solve(edges, point - simplex[0])
    return np.array([1 - rest.sum(), *rest])
    ### END SOLUTION


# %% example="barycentric"
assert np.allclose(barycentric([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]], [0.5, 0.125]), [0.375, 0.5, 0.125])

# %% [markdown]
# ## 4. Linear interpolation
#
# The Delaunay triangulation cuts the convex hull of the points into simplices whose vertices are the points. Within each simplex the
# answer is the one function of the form $a + \mathbf{b}\cdot\mathbf{x}$ that takes the right values at the vertices:
#
# $$f(\mathbf{x}) = \sum_{j=0}^{d} \lambda_j f_j ,$$
#
# with the barycentric weights $\lambda_j$ of $\mathbf{x}$ in the simplex that holds it and the values $f_j$ at the vertices. You may use
# `scipy.spatial.Delaunay`; the attributes `simplices` and the method `find_simplex` are all you need.
#
# * Outside the hull the answer is NaN. For complex values, a number whose real or imaginary part is NaN (or both).
# * The hull's boundary and its corners belong to the inside. Round-off can push a weight that should be 0 to about $-10^{-16}$, so count
#   weights above $-10^{-9}$ as inside (`find_simplex` has a small tolerance of its own).
# * If all points lie on one line (2D) or in one plane (3D), or there are fewer than $d + 1$ different ones, there is no triangulation:
#   raise `ValueError`. SciPy raises `QhullError` in this case, which is no `ValueError`.
# * A position may be listed more than once. With equal values this changes nothing; with different ones, any of them may be used.

# %% solution="linear"
def linear(points, values, xi):
    """Piecewise linear interpolation on the Delaunay triangulation of the points.

    Parameters
    ----------
    points : array_like, shape (n, d)
        Where the function is known; d is 2 or 3.
    values : array_like, shape (n,)
        Real or complex value at each point.
    xi : array_like, shape (d,) or (m, d)
        One query or m queries, in the unit and axis order of ``points``.

    Returns
    -------
    number or ndarray, shape () or (m,)
        Interpolated value, complex if ``values`` are complex; NaN outside the convex hull of the points. The hull's boundary is inside.

    Raises
    ------
    ValueError
        If the points span no area (d = 2) or no volume (d = 3).
    """
    ### BEGIN SOLUTION
    points, values, xi = np.asarray(points, float), np.asarray(values), np.asarray(xi, float)
    try:
        mesh = Delaunay(points)
    except QhullError:
        raise ValueError("the points lie on a line or in a plane") from None
    queries = np.atleast_2d(xi)
    result = np.full(len(queries), np.nan, dtype=np.result_type(values, float))
    for i, found in enumerate(mesh.find_simplex(queries)):
        if found >= 0:
            corners = mesh.simplices[found]
            result[i] = barycentric(points[corners], queries[i]) @ values[corners]
    return result.reshape(xi.shape[:-1])
    ### END SOLUTION


# %% example="linear"
assert np.allclose(linear([[0.0, 0.0], [2.0, 0.0], [0.0, 2.0]], [1.0, 3.0, 5.0], [0.5, 0.5]), 2.5)
assert np.isnan(linear([[0.0, 0.0], [2.0, 0.0], [0.0, 2.0]], [1.0, 3.0, 5.0], [5.0, 5.0]))

# %% [markdown]
# ## 5. The three arrays in Fourier space
#
# A data set has 25 000 particle images of 120 × 120 pixels. Each image has been Fourier transformed, and each transform is a central
# slice of the transform of a volume of 120 × 120 × 120 voxels. Count all pixels and all voxels; use no symmetry (neither the equal halves
# of the transform of a real image nor that of the particle) and no mask.
#
# Two directions of work occur:
#
# * *Insertion*: the coefficients of all images are known, the volume's coefficients on its regular grid are wanted.
# * *Extraction*: the volume's coefficients on its regular grid are known, those of all images are wanted.
#
# Here are four arrays:
#
# * A: Fourier coefficients of all images;
# * B: positions of the volume's voxels in Fourier space, a regular grid;
# * C: positions of all image pixels in Fourier space, rotated into the frame of the volume;
# * D: Fourier coefficients of the volume on its grid.
#
# Give `insertion` and `extraction` as strings of three letters: which array is `points`, which `values`, which `xi`, in this order. Then
# give, for *insertion* by one call of a function like `linear`, the number of points and of queries, and the bytes that each of the three
# arrays fills. A coordinate is a float64 (8 bytes), a coefficient a complex128 (16 bytes). Whole numbers; you may write them as products.

# %% solution="fourier_sizes"
# insertion, extraction: three letters each, in the order points, values, xi
# n_points, n_xi: counts for insertion
# points_bytes, values_bytes, xi_bytes: size of each array in bytes, for insertion
### BEGIN SOLUTION
insertion = "CAB"
extraction = "BDC"
n_points = 25_000 * 120**2
n_xi = 120**3
points_bytes = n_points * 3 * 8
values_bytes = n_points * 16
xi_bytes = n_xi * 3 * 8
### END SOLUTION

# %% example="fourier_sizes"
assert len(insertion) == len(extraction) == 3
assert min(n_points, n_xi, points_bytes, values_bytes, xi_bytes) > 0

# %% [markdown]
# ## 6. Complex values
#
# All three methods above form sums of values with real weights, so they never ask whether a value is complex: real and imaginary part are
# interpolated each on its own. One could also interpolate the amplitude $|F|$ and the phase $\arg F$. To compare, write both for two
# numbers $F_0$ and $F_1$ (not zero, not of opposite phase) and a fraction $t$ from 0 (at $F_0$) to 1 (at $F_1$):
#
# * `cartesian_between`: real and imaginary part each change linearly with $t$;
# * `polar_between`: the amplitude changes linearly with $t$, and so does the phase, which takes the *shorter* way round. Phases of 170°
#   and −170° are 20° apart, not 340°.

# %% solution="complex_between"
def cartesian_between(first, second, fraction):
    """Linear interpolation of real and imaginary part.

    Parameters
    ----------
    first, second : complex
        The numbers at fraction 0 and at fraction 1.
    fraction : float
        From 0 to 1.

    Returns
    -------
    complex
    """
    ### BEGIN SOLUTION
    return (1 - fraction) * first + fraction * second
    ### END SOLUTION


def polar_between(first, second, fraction):
    """Linear interpolation of amplitude and phase, the phase along the shorter arc.

    Parameters
    ----------
    first, second : complex
        The numbers at fraction 0 and at fraction 1; neither is zero, and their phases do not differ by exactly half a turn.
    fraction : float
        From 0 to 1.

    Returns
    -------
    complex
    """
    ### BEGIN SOLUTION
    amplitude = (1 - fraction) * np.abs(first) + fraction * np.abs(second)
    turn = np.angle(second * np.conj(first))
    return amplitude * np.exp(1j * (np.angle(first) + fraction * turn))
    ### END SOLUTION


# %% example="complex_between"
assert np.allclose(cartesian_between(1.0, 1j, 0.5), 0.5 + 0.5j)
assert np.allclose(polar_between(1.0, 1j, 0.5), np.exp(0.25j * np.pi))

# %% [markdown]
# A point of density at a distance of $a$ pixels from the origin has, along the axis through both, the Fourier coefficients
# $F_k = e^{-2\pi i k a / N}$, where $N$ is the number of pixels along the box and $k$ the index of the coefficient. Their amplitude is 1
# everywhere, between the samples too. Linear interpolation halfway between $F_k$ and $F_{k+1}$ gives a number of smaller amplitude. With
# $N = 120$ find
#
# * the size of the angle between $F_k$ and $F_{k+1}$ for $a = 30$, in degrees, positive;
# * the amplitude that linear interpolation gives halfway between them;
# * the same after the box has been padded with zeros to 240 pixels (the point stays 30 pixels from the origin);
# * the same, without padding, for a point at the centre of the box when the origin is at the box's corner, as for the transform of an
#   image on which nobody called `ifftshift`; here halfway between neighbours along one axis of the box.

# %% solution="complex_loss"
# phase_step: angle between neighbouring coefficients, degrees
# amplitude_halfway, amplitude_padded, amplitude_corner: amplitude of the value interpolated halfway, as a fraction of the true one
### BEGIN SOLUTION
phase_step = 360 * 30 / 120
amplitude_halfway = np.cos(np.pi * 30 / 120)
amplitude_padded = np.cos(np.pi * 30 / 240)
amplitude_corner = np.cos(np.pi * 60 / 120)
### END SOLUTION

# %% example="complex_loss"
assert 0 < phase_step < 360
assert max(amplitude_halfway, amplitude_padded, amplitude_corner) < 1

# %% [markdown]
# **Question (4 points).** Does interpolating complex numbers cause problems? Say what happens to real and imaginary part; what happens if
# amplitude and phase are interpolated as two separate real functions (try it with `linear`, on values whose phases lie on either side of
# ±180°, and give the numbers you got); when the usual way, too, gives a bad answer in cryo-EM; and what one does about it.

# %% [markdown] written="complex_problems"
# ### BEGIN SOLUTION
# Every method here is a sum of values with real weights that do not depend on the values. Such a sum acts on real and imaginary part
# separately, so complex values need no new theory: interpolating the complex array gives the same as interpolating two real ones.
#
# Amplitude and phase are not linear in the value. The phase jumps by a full turn at ±180°: between 170° and −170° the plain mean of the
# phases is 0°, so halfway between two numbers close to −1 one gets +1 instead of −0.985 (real and imaginary part) or −1 (shorter arc).
# The shorter arc mends two values; among three or four vertices a consistent choice of turns need not exist. Where the amplitude passes
# through zero, the phase is undefined and, with noise, random.
#
# The usual way fails when the phase turns much from one sample to the next. Halfway between two unit numbers an angle Δ apart the
# amplitude is cos(Δ/2), not 1. Density at a pixels from the origin has Δ = 360°·a/N, so the outer parts of the box fade (the map comes
# out multiplied by a falling window) and what is lost reappears as ghosts. With the origin at the box's corner, Δ is near 180° for a
# centred particle and almost nothing is left.
#
# Remedies: put the origin at the centre of the particle before the transform (ifftshift); pad the box with zeros, which halves Δ for each
# doubling; divide the real-space map by the transform of the interpolation kernel (sinc² along each axis for linear weights on a grid);
# use a wider kernel (Kaiser–Bessel, spline).
#
# Rubric:
# * 1 point: real weights act on real and imaginary part separately; no problem as such
# * 1 point: amplitude and phase separately go wrong at the ±180° jump, with a numerical example (also accept: phase undefined at zero
#   amplitude, as an addition)
# * 1 point: amplitude is lost when the phase turns much between samples; this is density far from the origin, or an origin in the corner
# * 1 point: at least two remedies (centre, pad, gridding correction, better kernel)
# ### END SOLUTION

# %% [markdown]
# ## 7. Where the time goes
#
# `time_pieces` below takes linear interpolation apart and returns the seconds each piece needs, for random points in a square or cube:
#
# * A, `set_up`: the triangulation, with one small matrix for each simplex that turns a position into weights. It depends on the points
#   only;
# * B, `location`: finding the simplex of every query;
# * C, `weighted_sum`: fetching the $d + 1$ complex values of every query and adding them with weights;
# * `weights_in_python`: what your own `barycentric` would need for all queries, called once for each in a Python loop (timed on at most
#   1000 of them and scaled up).
#
# Pieces A to C run in compiled code. Call `time_pieces(20_000, 20_000, 3, barycentric)` twice by hand and look at the second answer; each
# call takes a second or two. (If it takes far longer, other programs keep the cores busy and the threads of the linear algebra wait for
# one another: start Jupyter with the environment variable `OPENBLAS_NUM_THREADS=1`.) Try fewer points, more queries and 2D as well. Then
# give
#
# * `slowest_once`: the letter (A, B or C) of the piece that takes longest when 20 000 points in 3D are used for one set of 20 000
#   queries;
# * `slowest_again`: the letter of the piece that takes longest for each further set of queries, when the points stay the same and
#   everything that can be kept has been kept;
# * `reuse_speed_up`: how many times faster such a further set is than the first, (A + B + C)/(B + C), for the same sizes, as you measured
#   it;
# * `table_bytes`: the bytes of a table of all distances (float64) between the points and the queries of section 5, insertion. This is
#   what a function that compares every query with every point at once would have to hold.

# %% given="timing"
def time_pieces(n_points, n_queries, dimension, weights_of):
    """Seconds that the pieces of linear interpolation take for random points (at least 1000) and queries well inside them."""
    generator = np.random.default_rng(14)
    cloud = generator.random((n_points, dimension))
    coefficients = generator.random(n_points) + 1j * generator.random(n_points)
    wanted = 0.25 + 0.5 * generator.random((n_queries, dimension))
    equal_weights = np.full((n_queries, dimension + 1), 1 / (dimension + 1))
    clock = [time.perf_counter()]
    triangulation = Delaunay(cloud)
    _ = triangulation.transform  # SciPy computes these matrices when first asked for them
    clock.append(time.perf_counter())
    holders = triangulation.simplices[triangulation.find_simplex(wanted)]
    clock.append(time.perf_counter())
    (equal_weights * coefficients[holders]).sum(axis=1)
    clock.append(time.perf_counter())
    sample = min(n_queries, 1000)
    for holder, query in zip(holders[:sample], wanted[:sample], strict=True):
        weights_of(cloud[holder], query)
    clock.append(time.perf_counter())
    set_up, location, weighted_sum, loop = np.diff(clock).tolist()
    return {"set_up": set_up, "location": location, "weighted_sum": weighted_sum, "weights_in_python": loop * n_queries / sample}


# %% solution="bottleneck"
# slowest_once, slowest_again: one letter each, "A", "B" or "C"
# reuse_speed_up: a ratio, as measured; table_bytes: bytes
### BEGIN SOLUTION
# Measured on two cores of a shared cloud machine, SciPy 1.17: A 0.72 s, B 0.022 s, C 0.0013 s (weights in Python 0.20 s).
slowest_once = "A"
slowest_again = "B"
reuse_speed_up = 32.0
table_bytes = (25_000 * 120**2) * 120**3 * 8
### END SOLUTION

# %% example="bottleneck"
assert slowest_once in ("A", "B", "C") and slowest_again in ("A", "B", "C")
assert reuse_speed_up > 1 and table_bytes > 0

# %% [markdown]
# **Question (4 points).** Where is the bottleneck of your `linear`, and how would you speed it up? Quote the seconds you measured.
# Distinguish one set of queries from many sets with the same points, and say what changes when the points lie on a regular grid. Say in a
# sentence how you would speed up `nearest` and `inverse_distance` as well.

# %% [markdown] written="speed_up"
# ### BEGIN SOLUTION
# One set of queries (20 000 points and queries, 3D): set-up 0.72 s, location 0.022 s, weighted sum 0.0013 s, so the set-up dominates;
# next comes the Python loop around `barycentric` with about 0.20 s, which is no property of the method: the per-simplex matrices applied
# to all queries in one array operation remove it.
#
# Many sets with the same points: keep the triangulation, which leaves location as the largest piece (the loop, if it is still there, is
# larger). If the queries are the same too and only the values change, keep simplices and weights as well, as a sparse matrix with d + 1
# entries a row: then only the weighted sum remains. Location by walking from the simplex of the last query is short if neighbouring
# queries follow one another, so sort them. Queries are independent: share them among cores or a GPU.
#
# Regular grid: no triangulation and no search. The cell of a query is its coordinate rounded down, the weights are the fractional parts
# (bilinear, trilinear); the cost is a constant for each query. Cryo-EM programs therefore keep the grid on the volume's side: they read
# slices out of the grid, and spread the images' coefficients into the grid with the same weights, then divide by the sum of weights,
# instead of triangulating hundreds of millions of points.
#
# `nearest`: a k-d tree gives about log n steps a query in place of n. `inverse_distance`: only points within a radius or the k nearest
# (which changes the definition), found with the tree, or the table in blocks so that it fits the memory; the full table of section 5
# would need 5·10¹⁵ bytes.
#
# Rubric:
# * 1 point: own measured numbers, and the set-up (triangulation) named as the bottleneck for one set of queries
# * 1 point: reuse of the triangulation (and of weights) for many sets; location is then the largest piece
# * 1 point: loop replaced by array operations, or queries sorted, or parallel work; and a k-d tree or cut-off for the other two methods
# * 1 point: on a regular grid neither triangulation nor search is needed; index by rounding down
# ### END SOLUTION

# %% [markdown]
# **Question (4 points).** Take a cryo-EM package whose source is public. Find where it reads a slice out of a volume's transform, or adds
# a slice to it. Name package, version or commit, file and function. Which interpolation is it, of what order (0: nearest, 1: linear, 3:
# cubic, or which other kernel)? How many grid values enter one result? What do you find about padding, about stored halves of the
# transform and about a correction in real space?

# %% [markdown] written="package_source"
# ### BEGIN SOLUTION
# Any package will do; two examples.
#
# RELION (commit 00a96df), `src/projector.cpp`, `Projector::project`: the image pixel's position is rotated and multiplied by the padding
# factor (2 by default), each coordinate is rounded down, and the eight voxels around it are combined with the fractional parts:
# trilinear, order 1 along each axis. Nearest neighbour (order 0) exists as an option. Only half of the transform is stored; a position
# with negative x is replaced by its opposite and the result conjugated. `src/backprojector.cpp` spreads coefficients with the same eight
# weights and keeps the sum of the weights in a second array. The map is divided in real space by sinc² (trilinear) or sinc (nearest) in
# the radius.
#
# cryoDRGN (commit 0168132), `cryodrgn/commands/backproject_voxel.py`, `add_slice`: coefficients (of the Hartley transform, hence real)
# are spread to the eight voxels around their position with the weights max(0, 1 − distance), the Euclidean distance in voxels. That is
# local and falls linearly, but is not trilinear: the weights of the eight do not sum to 1, which the division by the sum of weights makes
# up for. No padding, no real-space correction. The network itself is evaluated at the exact positions and needs no interpolation.
#
# Rubric:
# * 1 point: package, version or commit, file and function, so that the place can be found again
# * 1 point: the kind of interpolation and its order, right for the code cited
# * 1 point: the number of grid values that enter (or receive) one coefficient, and how the weights are formed
# * 1 point: at least two of padding, half transform, normalisation by weights, real-space correction, with what the code does (or a
#   statement that it is absent)
# ### END SOLUTION
