"""Linear algebra: left and right multiplication as 4 × 4 matrices, einsum, an eigenvector, powers; Shoemake's subgroup algorithm."""


def _left(q):
    w, x, y, z = q
    return np.array([[w, -x, -y, -z], [x, w, -z, y], [y, z, w, -x], [z, -y, x, w]], dtype=float)


def _right(q):
    w, x, y, z = q
    return np.array([[w, -x, -y, -z], [x, w, z, -y], [y, -z, w, x], [z, y, -x, w]], dtype=float)


def multiply(p, q):
    return np.einsum("ij,j->i", _left(p), np.asarray(q, dtype=float))


def conjugate(q):
    return np.einsum("ij,j->i", np.diag([1.0, -1.0, -1.0, -1.0]), np.asarray(q, dtype=float))


def from_axis_angle(axis, angle):
    x, y, z = np.asarray(axis, dtype=float) / np.sqrt(np.sum(np.square(axis)))
    pauli = np.array([[[1, 0], [0, 1]], [[1j, 0], [0, -1j]], [[0, 1], [-1, 0]], [[0, 1j], [1j, 0]]])  # 1, i, j, k as 2 × 2 matrices
    generator = x * pauli[1] + y * pauli[2] + z * pauli[3]
    turn = np.cos(angle / 2) * pauli[0] + np.sin(angle / 2) * generator
    return np.array([turn[0, 0].real, turn[0, 0].imag, turn[0, 1].real, turn[0, 1].imag])


def to_matrix(q):
    return (_left(q) @ _right(conjugate(q)))[1:, 1:] / np.dot(q, q)


def rotate(points, q):
    return np.einsum("ij,...j->...i", to_matrix(q), np.asarray(points, dtype=float))


def from_matrix(matrix):
    """Eigenvector of the largest eigenvalue of a symmetric 4 × 4 matrix (Bar-Itzhack 2000)."""
    (a, b, c), (d, e, f), (g, h, i) = np.asarray(matrix, dtype=float)
    symmetric = np.array([
        [a + e + i, h - f, c - g, d - b],
        [h - f, a - e - i, b + d, c + g],
        [c - g, b + d, e - a - i, f + h],
        [d - b, c + g, f + h, i - a - e],
    ])
    return np.linalg.eigh(symmetric)[1][:, -1]


def slerp(q0, q1, t):
    """(q1 q0⁻¹)ᵗ q0 with the power taken through axis and angle."""
    step = multiply(q1, conjugate(q0))
    step = -step if step[0] < 0 else step
    sine = np.linalg.norm(step[1:])
    half = t * np.arctan2(sine, step[0])
    axis = step[1:] / sine if sine > 1e-12 else np.array([0.0, 0.0, 1.0])
    return multiply(np.array([np.cos(half), *(np.sin(half) * axis)]), q0)


def jacobian(point, q):
    """Central differences with a step of 1, exact for a quadratic function but for rounding."""
    def f(q):
        return (_left(q) @ _right(np.multiply(q, [1, -1, -1, -1])) @ np.array([0, *point], dtype=float))[1:]

    return np.array([(f(q + e) - f(q - e)) / 2 for e in np.eye(4)]).T


def random_rotations(n, seed):
    """Two circles whose squared radii share 1 uniformly (Shoemake 1992)."""
    u, first, second = np.random.RandomState(seed).rand(3, n)
    first, second = 2 * np.pi * first, 2 * np.pi * second
    return np.stack([np.sqrt(u) * np.cos(second), np.sqrt(1 - u) * np.sin(first), np.sqrt(1 - u) * np.cos(first),
                     np.sqrt(u) * np.sin(second)], axis=-1)


microseconds = np.array([7.0, 0.8, 0.03, 12.0])
