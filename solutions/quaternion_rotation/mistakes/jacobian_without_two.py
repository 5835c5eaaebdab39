"""Every entry is half of what it should be: q stands twice in q p q*, and the product rule gives a term for each."""
see = "quaternions#differentiate-a-rotation"
_jacobian = jacobian


def jacobian(point, q):
    return _jacobian(point, q) / 2
