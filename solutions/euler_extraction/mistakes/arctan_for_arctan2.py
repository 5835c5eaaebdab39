"""You used arctan of a quotient: psi and phi end up in the wrong quadrant when the divisor is negative; arctan2 of both is right."""


def euler_angles(matrix):
    r = np.asarray(matrix, dtype=float)
    cosine = np.hypot(r[0, 0], r[1, 0])
    if cosine < 1e-6:
        locked = (np.arctan2(-r[1, 2], r[1, 1]), np.copysign(np.pi / 2, -r[2, 0]), 0.0)
        return locked, locked
    with np.errstate(divide="ignore", invalid="ignore"):
        psi, phi = np.arctan(r[2, 1] / r[2, 2]), np.arctan(r[1, 0] / r[0, 0])
    theta = np.arctan2(-r[2, 0], cosine)
    return (psi, theta, phi), (psi + np.pi, np.pi - theta, phi + np.pi)
