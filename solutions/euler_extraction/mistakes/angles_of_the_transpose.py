"""Your angles belong to the transposed matrix, the rotation the other way: count rows first, so R31 is matrix[2, 0]."""


def euler_angles(matrix):
    r = np.asarray(matrix, dtype=float).T
    cosine = np.hypot(r[0, 0], r[1, 0])
    if cosine < 1e-6:
        locked = (np.arctan2(-r[1, 2], r[1, 1]), np.copysign(np.pi / 2, -r[2, 0]), 0.0)
        return locked, locked
    first, second = ((np.arctan2(sign * r[2, 1], sign * r[2, 2]), np.arctan2(-r[2, 0], sign * cosine),
                      np.arctan2(sign * r[1, 0], sign * r[0, 0])) for sign in (1, -1))
    return first, second
