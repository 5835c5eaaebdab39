"""Single precision throughout and results in Fortran order; w is kept positive; quaternions drawn by the global generator."""
_multiply, _rotate, _to_matrix, _from_matrix, _slerp, _jacobian = multiply, rotate, to_matrix, from_matrix, slerp, jacobian


def _canonical(q):
    q = np.asarray(q, dtype=np.float32)
    return -q if q[0] < 0 else q


def multiply(p, q):
    p, q = np.asarray(p, dtype=np.float32), np.asarray(q, dtype=np.float32)
    scalar = p[0] * q[0] - p[1:] @ q[1:]
    return np.concatenate([[scalar], p[0] * q[1:] + q[0] * p[1:] + np.cross(p[1:], q[1:])]).astype(np.float32)


def conjugate(q):
    q = np.array(q, dtype=np.float32)
    q[1:] *= -1
    return q


def from_axis_angle(axis, angle):
    axis = np.array(axis, dtype=np.float32)
    axis /= np.linalg.norm(axis)
    half = np.float32(angle) / 2
    return _canonical([np.cos(half), *(np.sin(half) * axis)])


def to_matrix(q):
    q = np.asarray(q, dtype=np.float32)
    w, x, y, z = q / np.sqrt(q @ q)
    return np.asfortranarray(np.array([
        [w * w + x * x - y * y - z * z, 2 * (x * y - w * z), 2 * (x * z + w * y)],
        [2 * (x * y + w * z), w * w - x * x + y * y - z * z, 2 * (y * z - w * x)],
        [2 * (x * z - w * y), 2 * (y * z + w * x), w * w - x * x - y * y + z * z],
    ], dtype=np.float32))


def rotate(points, q):
    return np.asfortranarray(np.asarray(points, dtype=np.float32) @ to_matrix(q).T)


def from_matrix(matrix):
    m = np.asarray(matrix, dtype=np.float32)
    candidates = [
        [1 + m[0, 0] + m[1, 1] + m[2, 2], m[2, 1] - m[1, 2], m[0, 2] - m[2, 0], m[1, 0] - m[0, 1]],
        [m[2, 1] - m[1, 2], 1 + m[0, 0] - m[1, 1] - m[2, 2], m[0, 1] + m[1, 0], m[0, 2] + m[2, 0]],
        [m[0, 2] - m[2, 0], m[0, 1] + m[1, 0], 1 - m[0, 0] + m[1, 1] - m[2, 2], m[1, 2] + m[2, 1]],
        [m[1, 0] - m[0, 1], m[0, 2] + m[2, 0], m[1, 2] + m[2, 1], 1 - m[0, 0] - m[1, 1] + m[2, 2]],
    ]
    best = max(range(4), key=lambda n: candidates[n][n])
    q = np.array(candidates[best], dtype=np.float32)
    return _canonical(q / np.linalg.norm(q))


def slerp(q0, q1, t):
    q0, q1 = np.asarray(q0, dtype=np.float32), np.asarray(q1, dtype=np.float32)
    if q0 @ q1 < 0:
        q1 = -q1
    cosine = min(np.float32(1), q0 @ q1)
    if cosine > 0.9995:
        q = (1 - t) * q0 + t * q1
        return _canonical(q / np.linalg.norm(q))
    along = q1 - cosine * q0
    along /= np.linalg.norm(along)
    angle = np.float32(t) * np.arccos(cosine)
    return _canonical(np.cos(angle) * q0 + np.sin(angle) * along)


def jacobian(point, q):
    (a, b, c), (w, x, y, z) = np.asarray(point, dtype=np.float32), np.asarray(q, dtype=np.float32)
    along = x * a + y * b + z * c
    left = w * np.array([a, b, c]) + np.array([y * c - z * b, z * a - x * c, x * b - y * a])
    return np.asfortranarray(2 * np.array([
        [left[0], along, x * b - y * a + w * c, x * c - z * a - w * b],
        [left[1], y * a - x * b - w * c, along, y * c - z * b + w * a],
        [left[2], z * a - x * c + w * b, z * b - y * c - w * a, along],
    ], dtype=np.float32))


def random_rotations(n, seed):
    np.random.seed(seed)
    q = np.random.randn(n, 4).astype(np.float32)
    q /= np.sqrt((q**2).sum(axis=1))[:, None]
    return np.asfortranarray(np.where(q[:, :1] < 0, -q, q))


clockwise_turn = np.array([0.70711, 0, 0, -0.70711], dtype=np.float32)
