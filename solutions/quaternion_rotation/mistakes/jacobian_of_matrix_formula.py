"""This is the derivative of the matrix with 1 − 2(y² + z²) on its diagonal, which is q p q* only where |q| = 1; off that sphere they differ."""
see = "quaternions#differentiate-a-rotation"
_jacobian = jacobian


def jacobian(point, q):
    return _jacobian(point, q) - 2 * np.outer(point, q)
