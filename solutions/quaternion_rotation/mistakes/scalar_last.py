"""The four numbers are in the order (x, y, z, w): here the scalar part w comes first, (w, x, y, z)."""
see = "quaternions#four-numbers-and-a-half-angle"
_multiply, _conjugate, _from_axis_angle, _rotate, _to_matrix = multiply, conjugate, from_axis_angle, rotate, to_matrix
_from_matrix, _jacobian = from_matrix, jacobian
clockwise_turn = (0, 0, -np.sqrt(0.5), np.sqrt(0.5))
q_times_p = (0, 1, 0, 0)


def multiply(p, q):
    return np.roll(_multiply(np.roll(p, 1), np.roll(q, 1)), -1)


def conjugate(q):
    return np.roll(_conjugate(np.roll(q, 1)), -1)


def from_axis_angle(axis, angle):
    return np.roll(_from_axis_angle(axis, angle), -1)


def rotate(points, q):
    return _rotate(points, np.roll(q, 1))


def to_matrix(q):
    return _to_matrix(np.roll(q, 1))


def from_matrix(matrix):
    return np.roll(_from_matrix(matrix), -1)


def jacobian(point, q):
    return np.roll(_jacobian(point, np.roll(q, 1)), -1, axis=1)
