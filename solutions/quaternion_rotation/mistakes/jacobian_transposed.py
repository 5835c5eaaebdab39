"""Rows and columns are exchanged: a row for each of the three components of the point, a column for each of the four numbers of q."""
see = "quaternions#differentiate-a-rotation"
_jacobian = jacobian


def jacobian(point, q):
    return _jacobian(point, q).T
