"""Plain Python: lists and tuples, loops over points and over Hamilton's table, no array of NumPy except where random numbers come from."""
import math
import random

TABLE = [  # TABLE[a][b] is (sign, unit) of the product of the units a and b among 1, i, j, k
    [(1, 0), (1, 1), (1, 2), (1, 3)],
    [(1, 1), (-1, 0), (1, 3), (-1, 2)],
    [(1, 2), (-1, 3), (-1, 0), (1, 1)],
    [(1, 3), (1, 2), (-1, 1), (-1, 0)],
]


def multiply(p, q):
    result = [0.0] * 4
    for a in range(4):
        for b in range(4):
            sign, unit = TABLE[a][b]
            result[unit] += sign * float(p[a]) * float(q[b])
    return result


def conjugate(q):
    return (q[0], -q[1], -q[2], -q[3])


def from_axis_angle(axis, angle):
    length = math.sqrt(sum(float(a) ** 2 for a in axis))
    return tuple([-math.cos(angle / 2)] + [-math.sin(angle / 2) * float(a) / length for a in axis])  # the other sign


def rotate(points, q):
    squared = sum(float(a) ** 2 for a in q)
    inverse = [float(a) / squared for a in conjugate(q)]
    if len(np.shape(points)) == 1:
        return multiply(multiply(q, [0, *points]), inverse)[1:]
    return [multiply(multiply(q, [0, *point]), inverse)[1:] for point in points]


def to_matrix(q):
    columns = [rotate(list(axis), q) for axis in ((1, 0, 0), (0, 1, 0), (0, 0, 1))]
    return [[columns[j][i] for j in range(3)] for i in range(3)]


def from_matrix(matrix):
    m = [[float(entry) for entry in row] for row in matrix]
    trace = m[0][0] + m[1][1] + m[2][2]
    if trace > 0:
        s = 2 * math.sqrt(1 + trace)
        return [s / 4, (m[2][1] - m[1][2]) / s, (m[0][2] - m[2][0]) / s, (m[1][0] - m[0][1]) / s]
    i = max(range(3), key=lambda n: m[n][n])
    j, k = (i + 1) % 3, (i + 2) % 3
    s = 2 * math.sqrt(1 + m[i][i] - m[j][j] - m[k][k])
    q = [(m[k][j] - m[j][k]) / s, 0.0, 0.0, 0.0]
    q[1 + i], q[1 + j], q[1 + k] = s / 4, (m[i][j] + m[j][i]) / s, (m[i][k] + m[k][i]) / s
    return q


def slerp(q0, q1, t):
    cosine = sum(float(a) * float(b) for a, b in zip(q0, q1, strict=True))
    sign = -1 if cosine < 0 else 1
    angle = math.acos(min(1.0, abs(cosine)))
    weights = (1 - t, t) if angle < 1e-4 else (math.sin((1 - t) * angle) / math.sin(angle), math.sin(t * angle) / math.sin(angle))
    return [weights[0] * float(a) + sign * weights[1] * float(b) for a, b in zip(q0, q1, strict=True)]


def jacobian(point, q):
    """d(q p q*) = e p q* + q p e* for each of the four units e."""
    rows = [[0.0] * 4 for _ in range(3)]
    for column in range(4):
        unit = [float(n == column) for n in range(4)]
        left = multiply(multiply(unit, [0, *point]), conjugate(q))
        right = multiply(multiply(q, [0, *point]), conjugate(unit))
        for row in range(3):
            rows[row][column] = left[1 + row] + right[1 + row]
    return rows


def random_rotations(n, seed):
    """Points of the cube, kept if inside the unit ball."""
    generator = random.Random(seed)
    kept = []
    while len(kept) < n:
        q = [generator.uniform(-1, 1) for _ in range(4)]
        length = math.sqrt(sum(a * a for a in q))
        if 1e-3 < length <= 1:
            kept.append([a / length for a in q])
    return kept


clockwise_turn = [-0.707, 0, 0, 0.707]
q_times_p = [0.0, 0.0, 1.0, 0.0]
rotated_point = np.array([-1.0, 0.0, 0.0])
numbers_stored, multiplications_per_point, multiplications_to_compose, convert_from_points = [4, 9], [32, 9], [16, 27], 2.0
microseconds = [25, 1.1, 0.01, 60]
