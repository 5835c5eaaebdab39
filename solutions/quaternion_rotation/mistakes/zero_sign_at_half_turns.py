"""np.sign of a difference that vanishes is 0, so a half turn loses x, y and z; use the signs of R[0, 1] + R[1, 0] = 4xy etc."""
see = "quaternions#quaternion-or-matrix"


def from_matrix(matrix):
    (a, b, c), (d, e, f), (g, h, i) = np.asarray(matrix, dtype=float)
    squares = np.array([1 + a + e + i, 1 + a - e - i, 1 - a + e - i, 1 - a - e + i])
    return np.sqrt(np.maximum(0, squares)) / 2 * [1, *np.sign([h - f, c - g, d - b])]
