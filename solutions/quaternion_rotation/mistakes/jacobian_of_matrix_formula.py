"""This is the derivative of the matrix with 1 − 2(y² + z²) on its diagonal, which gives q p q* only where |q| = 1 and differs elsewhere."""
see = "quaternions#differentiate-a-rotation"
_jacobian = jacobian


def jacobian(point, q):
    return _jacobian(point, q) - 2 * np.outer(point, q)
