# %% [markdown]
# # Rotating with quaternions
#
# Week W13, stream: sharpen. About three hours.
#
# Afterwards you can
#
# * multiply quaternions and turn points with $q\,p\,q^{-1}$;
# * go from an axis and an angle to a quaternion, from there to a matrix, and back from any rotation matrix, half turns included;
# * say which representation to store and which to apply, with numbers you counted and measured;
# * walk the short way from one rotation to another at constant speed;
# * differentiate a rotated point with respect to the quaternion, the first step of every pose refinement by gradient;
# * draw rotations so that no orientation is preferred.
#
# Read the chapter [Quaternions](../../book/quaternions.md) first.
#
# **Rules used throughout.** A quaternion $q = w + x\,i + y\,j + z\,k$ is the four numbers $(w, x, y, z)$, *scalar first*. A rotation is
# active and right-handed: it moves the point and leaves the axes, $\mathbf{v}' = R\,\mathbf{v}$ with column vectors $(x, y, z)$, and a
# positive angle is counter-clockwise for somebody whom the axis points at. The quaternions $q$ and $-q$ are the same rotation; where you
# are asked for a rotation, either is accepted. Arrays, lists and tuples are all welcome as results. Write the rotations yourself: the tasks
# except the last do not accept `scipy.spatial.transform`, but you may use it in cells of your own to compare.

# %% given="imports"
from time import perf_counter

import numpy as np

# %% [markdown]
# ## 1. The product
#
# Hamilton's rules are $i^2 = j^2 = k^2 = -1$ and $ij = k$, $jk = i$, $ki = j$; exchanging the two factors of one of the last three
# changes the sign.

# %% solution="multiply"
def multiply(p, q):
    """Hamilton product p q of two quaternions (Hamilton 1844, On quaternions).

    Parameters
    ----------
    p, q : array_like, shape (4,)
        Quaternions (w, x, y, z), scalar first, of any length. They need not be unit.

    Returns
    -------
    array_like, shape (4,)
        The product p q, in this order, scalar first.
    """
    ### BEGIN SOLUTION
    a, b, c, d = np.asarray(p, dtype=float)
    w, x, y, z = np.asarray(q, dtype=float)
    return np.array([
        a * w - b * x - c * y - d * z,
        a * x + b * w + c * z - d * y,
        a * y - b * z + c * w + d * x,
        a * z + b * y - c * x + d * w,
    ])
    ### END SOLUTION

# %% example="multiply"
assert np.allclose(multiply([0, 1, 0, 0], [0, 0, 1, 0]), [0, 0, 0, 1])  # i j = k
assert np.allclose(multiply([1, 0, 0, 0], [1, 2, 3, 4]), [1, 2, 3, 4])  # 1 q = q

# %% [markdown]
# ## 2. The conjugate
#
# The conjugate $q^*$ keeps the scalar part and turns the vector part round. For a unit quaternion it is the inverse, $q^{-1} = q^*$;
# for any other, $q^{-1} = q^* / |q|^2$ with the squared length $|q|^2 = w^2 + x^2 + y^2 + z^2$.

# %% solution="conjugate"
def conjugate(q):
    """Conjugate of a quaternion.

    Parameters
    ----------
    q : array_like, shape (4,)
        Quaternion (w, x, y, z) of any length. It is not changed.

    Returns
    -------
    array_like, shape (4,)
        The conjugate, scalar first: q times its conjugate is (|q|², 0, 0, 0).
    """
    ### BEGIN SOLUTION
    return np.asarray(q, dtype=float) * [1, -1, -1, -1]
    ### END SOLUTION

# %% example="conjugate"
assert np.allclose(conjugate([1, 0, 0, 2]), [1, 0, 0, -2])

# %% [markdown]
# ## 3. Axis and angle

# %% solution="from_axis_angle"
def from_axis_angle(axis, angle):
    """Unit quaternion of the rotation by an angle about an axis through the origin.

    Parameters
    ----------
    axis : array_like, shape (3,)
        Direction (x, y, z) of the axis. Any length but zero; only its direction counts.
    angle : float
        Angle in radians, any size; positive is counter-clockwise for somebody whom the axis points at.

    Returns
    -------
    array_like, shape (4,)
        Unit quaternion (w, x, y, z) of this rotation; q and −q are both right.
    """
    ### BEGIN SOLUTION
    axis = np.asarray(axis, dtype=float)
    return np.array([np.cos(angle / 2), *(np.sin(angle / 2) * axis / np.linalg.norm(axis))])
    ### END SOLUTION

# %% example="from_axis_angle"
assert np.isclose(abs(np.dot(from_axis_angle([0, 0, 1], np.pi), [0, 0, 0, 1])), 1)  # a half turn about z is k (or −k)

# %% [markdown]
# ## 4. By hand: a clockwise quarter turn
#
# Find with pencil and paper the quaternion of the rotation by 90° *clockwise* about the z axis, clockwise as seen from a point on the
# positive z axis, looking down at the origin. (In the doublecover interactive of eater.net/quaternions you can see it in four dimensions.)

# %% solution="clockwise_turn"
# clockwise_turn = (w, x, y, z): four numbers, no unit, three correct decimals or more.
### BEGIN SOLUTION
clockwise_turn = (np.sqrt(0.5), 0.0, 0.0, -np.sqrt(0.5))
### END SOLUTION

# %% example="clockwise_turn"
assert np.isclose(np.linalg.norm(clockwise_turn), 1, atol=1e-2)  # a rotation is a quaternion of length 1

# %% [markdown]
# ## 5. By hand: a half turn
#
# The point $(1, 0, 0)$, as a quaternion $p = (0, 1, 0, 0)$, is to be turned by 180° about the z axis. Use
# $q = (\cos 90°,\ 0,\ 0,\ \sin 90°)$ and Hamilton's rules, no computer. Give the first product $q\,p$, and the point you have after
# multiplying it by $q^{-1}$ from the right.

# %% solution="half_turn"
# q_times_p = (w, x, y, z) of the product q p;  rotated_point = (x, y, z) of the vector part of q p q⁻¹. No units.
### BEGIN SOLUTION
q_times_p = (0, 0, 1, 0)
rotated_point = (-1, 0, 0)
### END SOLUTION

# %% example="half_turn"
assert len(q_times_p) == 4 and len(rotated_point) == 3

# %% [markdown]
# ## 6. Any point, any rotation
#
# Now in code. A quaternion that has been through a file or through many products is not exactly of length 1, and a rotation must not
# stretch: whatever the length of `q` (but zero), `rotate` is the rotation of $q/|q|$.

# %% solution="rotate"
def rotate(points, q):
    """Rotate points: the vector part of q p q⁻¹ for each point p.

    Parameters
    ----------
    points : array_like, shape (3,) or (n, 3)
        One point (x, y, z) or n of them, one a row. Not changed.
    q : array_like, shape (4,)
        Quaternion (w, x, y, z) of any length but zero. Not changed.

    Returns
    -------
    array_like, shape of `points`
        The rotated points, in the unit of `points`; their distances from the origin are those of `points`.
    """
    ### BEGIN SOLUTION
    points, q = np.asarray(points, dtype=float), np.asarray(q, dtype=float)
    w, *u = q / np.linalg.norm(q)
    half = np.cross(u, points)
    return points + 2 * (w * half + np.cross(u, half))  # q p q* multiplied out, for a unit q = (w, u)
    ### END SOLUTION

# %% example="rotate"
assert np.allclose(rotate([0, 2, 0], [0, 0, 0, 1]), [0, -2, 0])  # a half turn about z
assert np.shape(rotate([[1, 0, 0], [0, 2, 0]], [1, 0, 0, 0])) == (2, 3)

# %% [markdown]
# ## 7. To a matrix

# %% solution="to_matrix"
def to_matrix(q):
    """Rotation matrix R of a quaternion: R @ v is `rotate(v, q)`.

    Parameters
    ----------
    q : array_like, shape (4,)
        Quaternion (w, x, y, z) of any length but zero; the matrix is that of q/|q|. Not changed.

    Returns
    -------
    array_like, shape (3, 3)
        Orthogonal, determinant +1. Active: it is applied to column vectors from the left.
    """
    ### BEGIN SOLUTION
    w, x, y, z = np.asarray(q, dtype=float) / np.linalg.norm(q)
    return np.array([
        [1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)],
        [2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)],
        [2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)],
    ])
    ### END SOLUTION

# %% example="to_matrix"
assert np.allclose(to_matrix([0, 1, 0, 0]), [[1, 0, 0], [0, -1, 0], [0, 0, -1]])  # a half turn about x

# %% [markdown]
# ## 8. And back
#
# The formula that most people write first divides by $w$. It works until somebody turns by 180°, where $w = 0$. Yours must work for every
# rotation matrix, whatever the sign of the trace.

# %% solution="from_matrix"
def from_matrix(matrix):
    """Unit quaternion of a rotation matrix (Shepperd 1978, Quaternion from rotation matrix, J. Guidance and Control 1, 223–224).

    Parameters
    ----------
    matrix : array_like, shape (3, 3)
        A rotation matrix, active (R @ v), orthogonal to rounding. Any angle from 0 to 180°, both ends included.

    Returns
    -------
    array_like, shape (4,)
        Unit quaternion (w, x, y, z) of this rotation; q and −q are both right.
    """
    ### BEGIN SOLUTION
    (a, b, c), (d, e, f), (g, h, i) = np.asarray(matrix, dtype=float)
    products = np.array([  # four times the outer product of q with itself: every row is a multiple of q
        [1 + a + e + i, h - f, c - g, d - b],
        [h - f, 1 + a - e - i, b + d, c + g],
        [c - g, b + d, 1 - a + e - i, f + h],
        [d - b, c + g, f + h, 1 - a - e + i],
    ])
    longest = products[np.argmax(np.diag(products))]
    return longest / np.linalg.norm(longest)
    ### END SOLUTION

# %% example="from_matrix"
assert np.isclose(abs(np.dot(from_matrix(np.eye(3)), [1, 0, 0, 0])), 1)

# %% [markdown]
# ## 9. What does it cost? Count
#
# Count multiplications of two real numbers. Additions, changes of sign and doubling are free, $q$ is already of length 1 (so that
# $q^{-1} = q^*$), and a product with a number that happens to be zero counts like any other.
#
# * How many numbers is a rotation stored in, as a quaternion and as a matrix?
# * How many multiplications turn one point: as $q\,p\,q^{-1}$ with two Hamilton products, and as $R\,\mathbf{v}$?
# * How many multiplications compose two rotations: as $q_1 q_2$, and as $R_1 R_2$?
# * Multiplied out with care, $q\,p\,q^{-1}$ needs only 15 multiplications (two cross products of 6 each, and 3 more). Going from $q$ to $R$
#   takes 9 (six for the squares and products of $x, y, z$; three for $w$ times each of them). From how many points on, all turned by the
#   same rotation, does converting to $R$ and applying $R$ take fewer multiplications than turning every point with these 15?

# %% solution="counts"
# The first three are (for the quaternion, for the matrix); convert_from_points is the smallest such number of points.
### BEGIN SOLUTION
numbers_stored = (4, 9)
multiplications_per_point = (32, 9)
multiplications_to_compose = (16, 27)
convert_from_points = 2
### END SOLUTION

# %% example="counts"
assert len(numbers_stored) == len(multiplications_per_point) == len(multiplications_to_compose) == 2

# %% [markdown]
# ## 10. What does it cost? Measure
#
# `time_rotations` takes your functions and turns the same points in three ways. Run `time_rotations(multiply, conjugate, to_matrix)` in
# a cell of your own, two or three times, and copy the numbers of a typical run below. Write the numbers; leave the call out of the
# solution cell.

# %% given="time_rotations"
def time_rotations(multiply, conjugate, to_matrix, n=2000, repeats=5):
    """Time three ways to turn n points by one rotation, and the conversion.

    Returns
    -------
    tuple of 4 floats
        Microseconds: per point with q p q⁻¹, one point after the other; per point with R @ v, one point after the other;
        per point with one matrix product for all of them, conversion included; for one conversion of q to R.
    """
    q = np.array([0.5, 0.5, 0.5, 0.5])
    points = np.random.default_rng(0).normal(size=(n, 3))
    pure = np.column_stack([np.zeros(n), points])
    matrix = np.asarray(to_matrix(q))

    def shortest(way):
        times = []
        for _ in range(repeats):
            start = perf_counter()
            way()
            times.append(perf_counter() - start)
        return 1e6 * min(times)

    return (
        shortest(lambda: [multiply(multiply(q, p), conjugate(q)) for p in pure]) / n,
        shortest(lambda: [matrix @ v for v in points]) / n,
        shortest(lambda: points @ np.asarray(to_matrix(q)).T) / n,
        shortest(lambda: [to_matrix(q) for _ in range(100)]) / 100,
    )

# %% solution="timing"
# microseconds = (q p q⁻¹ per point, R @ v per point, all at once per point, one conversion): the four numbers of time_rotations, in µs.
### BEGIN SOLUTION
microseconds = (6.1, 0.69, 0.0067, 4.4)  # measured on one core of a server with NumPy 2.4
### END SOLUTION

# %% example="timing"
assert len(microseconds) == 4 and min(microseconds) > 0

# %% [markdown]
# ## 11. Which to store, which to apply
#
# A data set has 500 000 particles, each with its own orientation. In each of 20 rounds of refinement every orientation is composed with
# 100 small trial rotations, and each composed rotation is applied to the 33 024 points of the half transform of a 256-pixel box. Decide
# how you would keep the orientations in memory and on disk, compose them and apply them, and where in the loops you would convert. Give
# the numbers that decide it (about 150 words). Explain also why the ratio of your first two times is not the ratio of your counts of
# multiplications, and say what quaternions allow after many products that matrices make harder.

# %% [markdown] written="which_to_store"
# ### BEGIN SOLUTION
# Store quaternions: 4 numbers instead of 9, 16 MB instead of 36 MB for 500 000 particles in double precision. Compose as quaternions, 16
# multiplications instead of 27. Convert each composed rotation once, 9 multiplications, outside the loop over points, and apply the matrix:
# 9 multiplications a point instead of 15 or 32. The conversion is one part in 33 024 of the work that follows, too little to measure, while
# q p q⁻¹ in the inner loop would take 1.7 to 3.6 times as many multiplications. All points of one image go through one matrix product. In
# NumPy this matters more than any count: one by one, a point costs the overhead of the Python and NumPy calls made for it, one call for
# R @ v and dozens of operations for q p q⁻¹ (0.69 µs and 6.1 µs, a factor of 9, not 32/9 = 3.6), and a hundred times less when all are
# multiplied at once. After many products rounding drifts. A quaternion is brought back by dividing by its length; a matrix that is no
# longer orthogonal has to be orthogonalised (Gram–Schmidt, or an SVD).
#
# Rubric:
#
# * 1 point: stores and composes quaternions, with the numbers (4 against 9; 16 against 27). Euler angles for the file (3 numbers) are
#   accepted if gimbal lock and the cost of sines and cosines are named.
# * 1 point: applies matrices to the points, converts once per composed rotation outside the loop over points, and shows that 9 is nothing
#   beside 9 · 33 024.
# * 1 point: explains the measured factor by the overhead of Python and NumPy calls, and the gain of one product for all points.
# * 1 point: after many products a quaternion is normalised by one division, a matrix needs orthogonalisation.
# ### END SOLUTION

# %% [markdown]
# ## 12. The short way between two rotations
#
# Between two orientations there is a shortest turn. Spherical linear interpolation goes along it at constant angular speed. Remember that
# $q_1$ and $-q_1$ are the same rotation, and that two quaternions may be (nearly) equal.

# %% solution="slerp"
def slerp(q0, q1, t):
    """Rotation at the fraction t of the shortest turn from q0 to q1, at constant speed.

    Spherical linear interpolation, Shoemake 1985, Animating rotation with quaternion curves.

    Parameters
    ----------
    q0, q1 : array_like, shape (4,)
        Unit quaternions (w, x, y, z), to rounding. They may be equal or nearly so, and either may be given as its negative.
    t : float
        Fraction of the way, 0 to 1: 0 is the rotation q0, 1 is the rotation q1.

    Returns
    -------
    array_like, shape (4,)
        Unit quaternion; q and −q are both right. Where the two rotations are exactly 180° apart, either of the two ways is right.
    """
    ### BEGIN SOLUTION
    q0, q1 = np.asarray(q0, dtype=float), np.asarray(q1, dtype=float)
    if np.dot(q0, q1) < 0:
        q1 = -q1
    angle = 2 * np.arctan2(np.linalg.norm(q1 - q0), np.linalg.norm(q1 + q0))
    before, after = ((s * np.sinc(s * angle / np.pi)) for s in (1 - t, t))  # sin(s·angle)/angle, finite at 0
    return (before * q0 + after * q1) / np.sinc(angle / np.pi)
    ### END SOLUTION

# %% example="slerp"
start, end, middle = [1, 0, 0, 0], [0.75**0.5, 0, 0, 0.5], [np.cos(np.pi / 12), 0, 0, np.sin(np.pi / 12)]  # turns by 60° and 30° about z
assert np.isclose(abs(np.dot(slerp(start, end, 0.5), middle)), 1)

# %% [markdown]
# ## 13. The derivative
#
# Let $p = (0, \mathbf{v})$ for a fixed point $\mathbf{v}$, and let $f(q)$ be the vector part of
#
# $$q\, p\, q^*.$$
#
# This is the function to be differentiated: with the conjugate $q^*$, not the inverse, and **without normalising** $q$. It is defined for
# every quaternion, each of its three components is quadratic in $(w, x, y, z)$, and where $|q| = 1$ it is the rotated point. You want the
# $3 \times 4$ matrix $J$ of its partial derivatives. Because $f(s q) = s^2 f(q)$ for every number $s$, Euler's theorem on homogeneous
# functions gives you a test: $J q = 2 f(q)$.

# %% solution="jacobian"
def jacobian(point, q):
    """Partial derivatives of f(q), the vector part of q p q* with p = (0, point), with respect to the four numbers of q.

    q is not normalised and is not taken to be unit: at 2q every derivative is twice that at q.

    Parameters
    ----------
    point : array_like, shape (3,)
        The point (x, y, z) that is rotated.
    q : array_like, shape (4,)
        Quaternion (w, x, y, z) of any length.

    Returns
    -------
    array_like, shape (3, 4)
        Row: component x, y, z of f. Column: derivative with respect to w, x, y, z of q. In the unit of `point`.
    """
    ### BEGIN SOLUTION
    v, (w, *u) = np.asarray(point, dtype=float), np.asarray(q, dtype=float)
    by_w = w * v + np.cross(u, v)
    by_u = np.dot(u, v) * np.eye(3) + np.outer(u, v) - np.outer(v, u) - w * np.cross(np.eye(3), v)
    return 2 * np.column_stack([by_w, by_u])
    ### END SOLUTION

# %% example="jacobian"
assert np.allclose(jacobian([0, 0, 1], [1, 0, 0, 0]), [[0, 0, 2, 0], [0, -2, 0, 0], [2, 0, 0, 0]])  # a turn about y moves z towards +x

# %% [markdown]
# ## 14. Where the derivative is used
#
# An image $x$ has an orientation $q$ that is nearly right. The squared error between $x$ and the slice of a map $V$ in this orientation
# is $E(q) = \tfrac12 \sum_n \left(x_n - V(f_n(q))\right)^2$. Here image and map are in Fourier space and taken as real to keep it
# short, the CTF is left out, and $f_n(q)$ is the point to which the rotation takes the $n$-th sample of the central slice. Write down
# the gradient of $E$ with respect to $q$, say what each factor is and where a program gets it, and describe one step of a gradient
# descent that ends on a unit quaternion. When does it matter which function of $q$ was differentiated ($q\,p\,q^*$, the same with
# $q/|q|$, or the entries of the matrix), and when not? Give a reason why such a refinement starts from a search over a grid of
# orientations, and one more use of the derivative. About 150 words.

# %% [markdown] written="where_used"
# ### BEGIN SOLUTION
# By the chain rule ∂E/∂q = −Σₙ (xₙ − V(fₙ)) ∇V(fₙ)ᵀ Jₙ: the residual of a sample (a number), the gradient of the map at the rotated
# sample (1 × 3, the derivative of the interpolation), and the Jacobian Jₙ (3 × 4) of the rotated sample with respect to the quaternion.
# One step: q ← q − η ∂E/∂q with a step length η, then q ← q/|q|. The part of the gradient g along q only changes the length of q and
# says nothing about the orientation: project it off first, g − (g·q) q. The three functions agree on the unit sphere but not off it, so
# each row of their Jacobians differs by a multiple of q; after the projection (J multiplied by I − q qᵀ) all three give the same.
# Without it, a check by finite differences fails when it varies another function than the one differentiated, and the steps change the
# length of q. E has many local minima over the orientations, as wide as the resolution over the particle's radius, and a descent finds
# only the nearest: hence the grid first. Other uses: the uncertainty of a rotated coordinate from that of the pose, Gauss–Newton steps
# (JᵀJ), training a network that predicts poses, fitting an atomic model into a map.
#
# Rubric:
#
# * 1 point: chain rule with the three factors residual, gradient of the map, Jacobian, and where each comes from.
# * 1 point: a step that ends on a unit quaternion (normalise after it, or move along the sphere, or multiply by the quaternion of a
#   small rotation).
# * 1 point: the functions differ off the unit sphere, so the Jacobians differ along q; after projection they agree.
# * 1 point: local minima or narrow valleys as the reason for the grid, and one more sensible use.
# ### END SOLUTION

# %% [markdown]
# ## 15. Rotations drawn at random
#
# Simulations and the initialisation of refinements need rotations of which none is preferred: turning all of them by one fixed rotation
# leaves their distribution as it was. Here you may use any library.

# %% solution="random_rotations"
def random_rotations(n, seed):
    """Independent rotations, uniform over all rotations (Shoemake 1992, Uniform random rotations, Graphics Gems III; Marsaglia 1972).

    Parameters
    ----------
    n : int
        How many, 1 or more.
    seed : int
        Seed of the random numbers: the same seed gives the same rotations, another seed gives others.

    Returns
    -------
    array_like, shape (n, 4)
        Unit quaternions (w, x, y, z), one a row. The sign of each is free.
    """
    ### BEGIN SOLUTION
    q = np.random.default_rng(seed).normal(size=(n, 4))
    return q / np.linalg.norm(q, axis=1, keepdims=True)
    ### END SOLUTION

# %% example="random_rotations"
assert np.allclose(np.linalg.norm(random_rotations(5, 0), axis=1), 1)
