"""Your triples are in the order phi, theta, psi; the order is psi, theta, phi."""


def euler_angles(matrix):
    r = np.asarray(matrix, dtype=float)
    cosine = np.hypot(r[0, 0], r[1, 0])
    if cosine < 1e-6:
        locked = (0.0, np.copysign(np.pi / 2, -r[2, 0]), np.arctan2(-r[1, 2], r[1, 1]))
        return locked, locked
    first, second = ((np.arctan2(sign * r[1, 0], sign * r[0, 0]), np.arctan2(-r[2, 0], sign * cosine),
                      np.arctan2(sign * r[2, 1], sign * r[2, 2])) for sign in (1, -1))
    return first, second
