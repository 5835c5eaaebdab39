"""The quaternion is found by dividing by w, which is 0 at every half turn; start from the largest of the four numbers instead."""
see = "quaternions#quaternion-or-matrix"


def from_matrix(matrix):
    (a, b, c), (d, e, f), (g, h, i) = np.asarray(matrix, dtype=float)
    w = np.sqrt(np.maximum(0, 1 + a + e + i)) / 2
    with np.errstate(all="ignore"):
        return np.array([w, (h - f) / (4 * w), (c - g) / (4 * w), (d - b) / (4 * w)])


def agrees(function, arguments, got):
    return function == "from_matrix" and not np.isfinite(np.asarray(got, dtype=float)).all()
