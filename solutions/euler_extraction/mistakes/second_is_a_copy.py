"""Your second triple is a copy of the first; the other solution has π − theta for theta, and psi and phi moved by π."""


def euler_angles(matrix):
    r = np.asarray(matrix, dtype=float)
    cosine = np.hypot(r[0, 0], r[1, 0])
    if cosine < 1e-6:
        locked = (np.arctan2(-r[1, 2], r[1, 1]), np.copysign(np.pi / 2, -r[2, 0]), 0.0)
        return locked, locked
    first = (np.arctan2(r[2, 1], r[2, 2]), np.arctan2(-r[2, 0], cosine), np.arctan2(r[1, 0], r[0, 0]))
    return first, first
