"""The signs of x, y, z are taken from differences, R[2, 1] − R[1, 2] etc., which vanish at a half turn; use R[0, 1] + R[1, 0] = 4xy."""
see = "quaternions#quaternion-or-matrix"


def from_matrix(matrix):
    (a, b, c), (d, e, f), (g, h, i) = np.asarray(matrix, dtype=float)
    squares = np.array([1 + a + e + i, 1 + a - e - i, 1 - a + e - i, 1 - a - e + i])
    lengths = np.sqrt(np.maximum(0, squares)) / 2
    return lengths * [1, *np.where(np.array([h - f, c - g, d - b]) < 0, -1, 1)]
