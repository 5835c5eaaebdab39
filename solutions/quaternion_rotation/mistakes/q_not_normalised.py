"""The quaternion is used with the length it has, so the rotation stretches; divide q by its length first (or use q⁻¹ = q*/|q|²)."""
see = "quaternions#rotate-a-point"
_rotate, _to_matrix = rotate, to_matrix


def rotate(points, q):
    return np.dot(q, q) * _rotate(points, q)


def to_matrix(q):
    return np.eye(3) + np.dot(q, q) * (_to_matrix(q) - np.eye(3))


def agrees(function, arguments, got):
    if function not in ("rotate", "to_matrix"):
        return False
    length = np.dot(arguments[-1], arguments[-1])
    right = _rotate(*arguments) if function == "rotate" else _to_matrix(*arguments)
    unturned = np.asarray(arguments[0], dtype=float) if function == "rotate" else np.eye(3)
    wrong = [length * right, unturned + length * (right - unturned)]  # q p q*, and the formulas in which 1 stands for |q|²
    return any(np.shape(got) == np.shape(w) and np.allclose(got, w, 1e-4, 1e-5) and not np.allclose(w, right, 1e-4, 1e-5) for w in wrong)
