"""The rotation is the inverse one: q⁻¹ p q instead of q p q⁻¹, or rows of points multiplied by R instead of by R.T."""
see = "quaternions#rotate-a-point"
_rotate, _jacobian = rotate, jacobian
_flip = np.array([1, -1, -1, -1])


def rotate(points, q):
    return _rotate(points, q * _flip)


def jacobian(point, q):
    return _jacobian(point, q * _flip) * _flip
