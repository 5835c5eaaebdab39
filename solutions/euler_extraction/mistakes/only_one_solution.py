"""You returned one triple only; away from gimbal lock a second one, with π − theta for theta, gives the same matrix."""


def euler_angles(matrix):
    r = np.asarray(matrix, dtype=float)
    cosine = np.hypot(r[0, 0], r[1, 0])
    if cosine < 1e-6:
        locked = (np.arctan2(-r[1, 2], r[1, 1]), np.copysign(np.pi / 2, -r[2, 0]), 0.0)
        return locked, locked
    return np.arctan2(r[2, 1], r[2, 2]), np.arctan2(-r[2, 0], cosine), np.arctan2(r[1, 0], r[0, 0])
