"""Quaternions as pairs of complex numbers, rotation by Rodrigues' formula, the derivative by a complex step, random rotations by SciPy."""


def _pair(q):
    w, x, y, z = q
    return w + 1j * x, y + 1j * z


def multiply(p, q):
    (a, b), (c, d) = _pair(p), _pair(q)
    first, second = a * c - b * np.conj(d), a * d + b * np.conj(c)
    return [first.real, first.imag, second.real, second.imag]


def conjugate(q):
    a, b = _pair(q)
    return [a.real, -a.imag, -b.real, -b.imag]


def rotate(points, q):
    """Rodrigues' formula with the axis and the angle of q."""
    points, u = np.asarray(points, dtype=float), np.asarray(q[1:], dtype=float)
    sine = np.linalg.norm(u)
    axis, angle = (u / sine if sine else u), 2 * np.arctan2(sine, q[0])
    along = (points @ axis)[..., None] * axis
    return points * np.cos(angle) + np.cross(axis, points) * np.sin(angle) + along * (1 - np.cos(angle))


def to_matrix(q):
    return rotate(np.eye(3), q).T.tolist()


def from_matrix(matrix):
    """Axis from the symmetric part (R + Rᵀ)/2 = cos + (1 − cos) n nᵀ near a half turn, from the other part elsewhere."""
    m = np.asarray(matrix, dtype=float)
    twice_sine = np.array([m[2, 1] - m[1, 2], m[0, 2] - m[2, 0], m[1, 0] - m[0, 1]])
    angle = np.arctan2(np.linalg.norm(twice_sine), np.trace(m) - 1)
    if angle < 2:
        w = np.cos(angle / 2)
        return np.array([w, *(twice_sine / (4 * w))])
    outer = (m + m.T) / 2 - np.cos(angle) * np.eye(3)
    axis = outer[:, np.argmax(np.diag(outer))]
    axis = axis / np.linalg.norm(axis)
    if axis @ twice_sine < 0:
        axis = -axis
    return np.array([np.cos(angle / 2), *(np.sin(angle / 2) * axis)])


def slerp(q0, q1, t):
    q0, q1 = np.array(q0, dtype=float), np.array(q1, dtype=float)
    if np.dot(q0, q1) < 0:
        q0 = -q0
    if np.allclose(q0, q1, rtol=0, atol=1e-7):
        return q1.tolist()
    angle = np.arccos(np.clip(np.dot(q0, q1), -1, 1))
    return ((np.sin((1 - t) * angle) * q0 + np.sin(t * angle) * q1) / np.sin(angle)).tolist()


def jacobian(point, q):
    """f(q + ih e) has the derivative along e in its imaginary part; no conjugate of a complex number may be taken on the way."""
    v = np.asarray(point, dtype=float)

    def f(q):
        w, u = q[0], q[1:]
        return (w * w - np.sum(u * u)) * v + 2 * np.sum(u * v) * u + 2 * w * np.cross(u, v)

    return np.column_stack([f(np.asarray(q) + 1e-30j * e).imag / 1e-30 for e in np.eye(4)])


def random_rotations(n, seed):
    from scipy.spatial.transform import Rotation

    return Rotation.random(n, rng=np.random.default_rng(seed)).as_quat(scalar_first=True)
