# %% [markdown]
# # Euler angles from a rotation matrix
#
# Week W12, stream **blur**. About 150 minutes. Read first: [Rotations](../../book/rotations.md).
#
# Afterwards you will be able to
#
# * write the matrix of a rotation given by three angles, and say which turn comes first;
# * find **both** triples of Euler angles of a matrix, as Slabaugh (1999) does;
# * recognise gimbal lock in a matrix that carries rounding errors, and return a usable answer;
# * go from `rot`, `tilt`, `psi` of a particle to a matrix and back;
# * turn `rot` and `tilt` into a viewing direction, and a direction into `rot` and `tilt`.
#
# Rules of this course: a rotation matrix $R$ acts on column vectors $(x, y, z)$ from the left, turns the object and not the axes, and is
# right-handed. Slabaugh's angles $\psi, \theta, \phi$ are in **radians**; `rot`, `tilt`, `psi` of a particle are in **degrees**. Two angles
# that differ by a full turn are the same angle, so any such value is accepted. SciPy's `Rotation` is switched off while
# your functions are graded; use it at home to check yourself.

# %% given="imports"
import numpy as np

# %% [markdown]
# ## 1. A matrix from three angles
#
# $$R = R_z(\phi)\,R_y(\theta)\,R_x(\psi)$$
#
# $R_x(\psi)$ is the right-handed turn by $\psi$ about the fixed x axis: a positive quarter turn takes $+y$ to $+z$. In the same way a
# positive quarter turn about y takes $+z$ to $+x$, and about z it takes $+x$ to $+y$. The product acts on a column vector, so the
# turn about x happens first.

# %% solution="rotation_matrix"
def rotation_matrix(psi, theta, phi):
    """Matrix of a turn about x by psi, then about y by theta, then about z by phi (all three axes fixed).

    Parameters
    ----------
    psi, theta, phi : float
        Angles in radians, right-handed.

    Returns
    -------
    ndarray, shape (3, 3)
        R = Rz(phi) · Ry(theta) · Rx(psi), which acts on column vectors (x, y, z): ``R @ v``.

    References
    ----------
    Slabaugh 1999, Computing Euler angles from a rotation matrix, section 1.
    """
    ### BEGIN SOLUTION
    c, s = np.cos([psi, theta, phi]), np.sin([psi, theta, phi])
    about_x = np.array([[1, 0, 0], [0, c[0], -s[0]], [0, s[0], c[0]]])
    about_y = np.array([[c[1], 0, s[1]], [0, 1, 0], [-s[1], 0, c[1]]])
    about_z = np.array([[c[2], -s[2], 0], [s[2], c[2], 0], [0, 0, 1]])
    return about_z @ about_y @ about_x
    ### END SOLUTION


# %% example="rotation_matrix"
assert np.allclose(np.asarray(rotation_matrix(np.pi / 2, 0.0, 0.0)) @ [0.0, 1.0, 0.0], [0.0, 0.0, 1.0])

# %% [markdown]
# ## 2. Two triples by hand
#
# With pencil and paper, find both triples $(\psi, \theta, \phi)$ of
#
# $$R = \begin{pmatrix} -\frac{\sqrt 3}{2} & -\frac12 & 0 \\ 0 & 0 & 1 \\ -\frac12 & \frac{\sqrt 3}{2} & 0 \end{pmatrix}$$
#
# All six angles are multiples of $\pi/6$. The order of the two triples does not matter, nor does a full turn more or less.

# %% solution="hand_angles"
# hand_angles: two triples (psi, theta, phi), in radians, as ((psi1, theta1, phi1), (psi2, theta2, phi2));
# three correct decimals or more, or np.pi/2 and the like
### BEGIN SOLUTION
hand_angles = ((np.pi / 2, np.pi / 6, np.pi), (-np.pi / 2, 5 * np.pi / 6, 0.0))
### END SOLUTION

# %% example="hand_angles"
assert np.shape(hand_angles) == (2, 3)

# %% [markdown]
# ## 3. Both triples of any matrix
#
# Write the same steps as a function. Write $R_{ij}$ for the entry in row $i$, column $j$, counted from 1 as in the paper. Three things
# the paper's figure leaves to you:
#
# * **When is a matrix at gimbal lock?** Computed matrices are never exact: $|R_{31}|$ may come out as 1.0000000000000002 or as
#   0.9999999999999998. Call a matrix locked when $|\cos\theta| = \sqrt{R_{11}^2 + R_{21}^2} < 10^{-6}$. A matrix 0.03° from the
#   lock is *not* locked and still has two different triples.
# * **What is returned at gimbal lock?** There $\phi$ is free; choose $\phi = 0$. Then one triple is left: return it **twice**, so that
#   whoever calls the function can always unpack two triples. (One triple alone is accepted there too.)
# * **Which order?** Either triple may come first, and every angle may be off by full turns. What counts is that each triple gives the
#   matrix back, and that the two are truly different: $\cos\theta > 0$ in one and $\cos\theta < 0$ in the other.
#
# The matrix may be a list of lists, and its entries may be rounded to six decimals.

# %% solution="euler_angles"
def euler_angles(matrix):
    """Both triples of Euler angles of a rotation matrix.

    Parameters
    ----------
    matrix : array_like, shape (3, 3)
        R = Rz(phi) · Ry(theta) · Rx(psi), up to rounding errors.

    Returns
    -------
    tuple of two tuples of three floats
        ((psi1, theta1, phi1), (psi2, theta2, phi2)) in radians; cos(theta) is positive in one of them and negative in the other.
        At gimbal lock, sqrt(R11² + R21²) < 1e-6, the triple with phi = 0, twice.

    References
    ----------
    Slabaugh 1999, Computing Euler angles from a rotation matrix, figure 1.
    """
    ### BEGIN SOLUTION
    r = np.asarray(matrix, dtype=float)
    cosine = np.hypot(r[0, 0], r[1, 0])
    if cosine < 1e-6:
        locked = (np.arctan2(-r[1, 2], r[1, 1]), np.copysign(np.pi / 2, -r[2, 0]), 0.0)
        return locked, locked
    first, second = ((np.arctan2(sign * r[2, 1], sign * r[2, 2]),
                      np.arctan2(-r[2, 0], sign * cosine),
                      np.arctan2(sign * r[1, 0], sign * r[0, 0])) for sign in (1, -1))
    return first, second
    ### END SOLUTION


# %% example="euler_angles"
assert np.shape(euler_angles(np.eye(3))) == (2, 3)
assert all(np.allclose(rotation_matrix(*triple), np.eye(3)) for triple in euler_angles(np.eye(3)))

# %% [markdown]
# ## 4. What is left at gimbal lock
#
# Find, with pencil and paper, the angle $\psi$ in
#
# 1. $R_z(0.5)\,R_y(\pi/2)\,R_x(\psi) = R_y(\pi/2)\,R_x(0.2)$
# 2. $R_z(0.5)\,R_y(-\pi/2)\,R_x(\psi) = R_y(-\pi/2)\,R_x(0.2)$

# %% solution="locked_psi"
# locked_psi: the two angles psi, in radians, as (answer 1, answer 2)
### BEGIN SOLUTION
locked_psi = (0.7, -0.3)
### END SOLUTION

# %% example="locked_psi"
assert np.shape(locked_psi) == (2,)

# %% [markdown]
# ## 5. Two answers, and one too few
#
# In about 150 words:
#
# 1. Why does a matrix away from gimbal lock have exactly two triples, if each angle is counted modulo $2\pi$?
# 2. Why is gimbal lock called the loss of a degree of freedom, although the body can still be turned in every direction?
# 3. Two refinements of the same particle end at `tilt` = 0.01° with (`rot`, `psi`) = (40°, 70°) and (−100°, −150°).
#    Do they disagree? How would you compare two orientations without running into this?

# %% [markdown] written="two_answers"
# ### BEGIN SOLUTION
# 1. Only $R_{31} = -\sin\theta$ holds a single angle, and $\theta$ and $\pi - \theta$ have the same sine. Once one of the two is
#    chosen, $\cos\theta \neq 0$ is known with its sign, and $R_{32}, R_{33}$ give sine and cosine of $\psi$, $R_{21}, R_{11}$ those
#    of $\phi$: both are fixed. Going from $\theta$ to $\pi - \theta$ turns the sign of $\cos\theta$ and so moves $\psi$ and $\phi$
#    by $\pi$; the matrix stays.
# 2. At $\cos\theta = 0$ the first and the last axis of turning coincide. The matrix depends on $\psi - \phi$ (or $\psi + \phi$)
#    alone: a whole line of triples gives one matrix, and small changes of the three angles reach only two independent small rotations
#    instead of three. The body has kept its three degrees of freedom; it is the description that has lost one there.
# 3. No. At tilt = 0 only rot + psi matters, and 40° + 70° = 110° = −100° − 150° + 360°. At 0.01° the two viewing directions
#    differ by less than 0.02°. Compare matrices (or quaternions), for instance by the angle of the rotation $R_1^\top R_2$, not the
#    angles column by column.
#
# Rubric:
#
# * 1 point: two angles θ share a sine (θ and π − θ).
# * 1 point: given θ, the signs of cos θ fix ψ and φ; both move by π.
# * 1 point: at the lock two axes coincide, only a sum or difference of two angles matters; the coordinates fail, not the body.
# * 1 point: rot + psi is the same modulo 360°, so they agree; compare rotations by their matrices or by the angle between them.
# ### END SOLUTION

# %% [markdown]
# ## 6. The angles of a particle
#
# RELION, Xmipp and many other cryo-EM packages use `rot`, `tilt` and `psi` in degrees: a turn about z by `rot`, then about the **new** y
# axis by `tilt`, then about the **new** z axis by `psi`. In this course
#
# $$R = R_z(\mathrm{rot})\,R_y(\mathrm{tilt})\,R_z(\mathrm{psi}),$$
#
# which is SciPy's `Rotation.from_euler("ZYZ", [rot, tilt, psi], degrees=True)`, capital letters meaning axes that move along. The matrix
# inside RELION is the transpose of this one.

# %% solution="relion_matrix"
def relion_matrix(rot, tilt, psi):
    """Rotation matrix of a particle's angles.

    Parameters
    ----------
    rot, tilt, psi : float
        Angles in degrees, intrinsic ZYZ.

    Returns
    -------
    ndarray, shape (3, 3)
        R = Rz(rot) · Ry(tilt) · Rz(psi), active, for column vectors (x, y, z). RELION's own matrix is its transpose.

    References
    ----------
    Heymann, Chagoyen & Belnap 2005, J. Struct. Biol. 151, 196–207 (there as the transpose).
    """
    ### BEGIN SOLUTION
    rot, tilt, psi = np.deg2rad([rot, tilt, psi])
    return rotation_matrix(0.0, tilt, rot) @ rotation_matrix(0.0, 0.0, psi)
    ### END SOLUTION


# %% example="relion_matrix"
assert np.allclose(np.asarray(relion_matrix(90.0, 0.0, 0.0)) @ [1.0, 0.0, 0.0], [0.0, 1.0, 0.0])

# %% [markdown]
# And back. Here one triple is wanted, the one with `tilt` from 0° to 180°. At `tilt` = 0° and 180° this
# description is locked: only the sum or the difference of `rot` and `psi` is left. Put `psi` = 0 there (any other triple that gives the
# matrix back, with `tilt` in its range, is accepted as well). Call a matrix locked when
# $\sin(\mathrm{tilt}) = \sqrt{R_{13}^2 + R_{23}^2} < 10^{-6}$.

# %% solution="relion_angles"
def relion_angles(matrix):
    """One triple of particle angles of a rotation matrix.

    Parameters
    ----------
    matrix : array_like, shape (3, 3)
        R = Rz(rot) · Ry(tilt) · Rz(psi), up to rounding errors (not RELION's own matrix, which is the transpose).

    Returns
    -------
    tuple of three floats
        (rot, tilt, psi) in degrees, 0 <= tilt <= 180. Where sin(tilt) < 1e-6, psi = 0.
    """
    ### BEGIN SOLUTION
    r = np.asarray(matrix, dtype=float)
    sine = np.hypot(r[0, 2], r[1, 2])
    if sine < 1e-6:
        rot, psi = np.arctan2(-r[0, 1], r[1, 1]), 0.0
    else:
        rot, psi = np.arctan2(r[1, 2], r[0, 2]), np.arctan2(r[2, 1], -r[2, 0])
    return np.rad2deg(rot), np.rad2deg(np.arctan2(sine, r[2, 2])), np.rad2deg(psi)
    ### END SOLUTION


# %% example="relion_angles"
assert np.allclose(relion_matrix(*relion_angles(np.eye(3))), np.eye(3))

# %% [markdown]
# ## 7. Viewing directions
#
# The particle is summed along z after it has been sampled at $R\,(x, y, z)^\top$, so in the map's own axes it is seen along the unit vector
# $R\,(0, 0, 1)^\top$. It does not depend on `psi`: `rot` and `tilt` are the two angles of spherical coordinates, `tilt` counted from
# the $+z$ axis and `rot` from the $+x$ axis towards $+y$.

# %% solution="viewing_direction"
def viewing_direction(rot, tilt):
    """Unit vector of the viewing direction.

    Parameters
    ----------
    rot, tilt : float
        Angles in degrees; tilt = 0 is +z, and tilt = 90 with rot = 0 is +x.

    Returns
    -------
    ndarray, shape (3,)
        (x, y, z), of length 1.
    """
    ### BEGIN SOLUTION
    rot, tilt = np.deg2rad([rot, tilt])
    return np.array([np.sin(tilt) * np.cos(rot), np.sin(tilt) * np.sin(rot), np.cos(tilt)])
    ### END SOLUTION


# %% example="viewing_direction"
assert np.allclose(viewing_direction(0.0, 0.0), [0.0, 0.0, 1.0])

# %% [markdown]
# And back. The vector may have any length but zero. At the poles every `rot` is right; return `rot` = 0 there (any other finite number is
# accepted).

# %% solution="spherical_angles"
def spherical_angles(direction):
    """Angles rot and tilt of a direction.

    Parameters
    ----------
    direction : array_like, shape (3,)
        Vector (x, y, z) of any nonzero length.

    Returns
    -------
    tuple of two floats
        (rot, tilt) in degrees, 0 <= tilt <= 180. At the poles rot = 0.

    Raises
    ------
    ValueError
        If the vector is zero.
    """
    ### BEGIN SOLUTION
    x, y, z = np.asarray(direction, dtype=float)
    across = np.hypot(x, y)
    if across == 0.0 and z == 0.0:
        raise ValueError("the zero vector has no direction")
    rot = np.arctan2(y, x) if across > 0.0 else 0.0
    return np.rad2deg(rot), np.rad2deg(np.arctan2(across, z))
    ### END SOLUTION


# %% example="spherical_angles"
assert np.allclose(spherical_angles([0.0, 2.0, 0.0]), (90.0, 90.0))
