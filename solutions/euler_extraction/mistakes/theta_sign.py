"""Your theta has the wrong sign: R31 = −sin(theta), so theta = −arcsin(R31)."""


def euler_angles(matrix):
    r = np.asarray(matrix, dtype=float)
    cosine = np.hypot(r[0, 0], r[1, 0])
    if cosine < 1e-6:
        locked = (np.arctan2(-r[1, 2], r[1, 1]), np.copysign(np.pi / 2, r[2, 0]), 0.0)
        return locked, locked
    first, second = ((np.arctan2(sign * r[2, 1], sign * r[2, 2]), np.arctan2(r[2, 0], sign * cosine),
                      np.arctan2(sign * r[1, 0], sign * r[0, 0])) for sign in (1, -1))
    return first, second
