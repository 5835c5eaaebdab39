"""The matrix is transposed: it is Rᵀ, which turns the other way (or turns the axes); here R @ v is the turned point."""
see = "quaternions#quaternion-or-matrix"
_to_matrix, _from_matrix = to_matrix, from_matrix


def to_matrix(q):
    return _to_matrix(q).T


def from_matrix(matrix):
    return _from_matrix(np.transpose(matrix))
