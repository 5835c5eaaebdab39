"""You called a matrix locked that is 0.1° away from it, as np.isclose(abs(R31), 1) does; the limit is sqrt(R11² + R21²) < 1e-6."""
see = "rotations#gimbal-lock"


def euler_angles(matrix):
    r = np.asarray(matrix, dtype=float)
    cosine = np.hypot(r[0, 0], r[1, 0])
    if np.isclose(abs(r[2, 0]), 1):
        locked = (np.arctan2(-r[1, 2], r[1, 1]), np.copysign(np.pi / 2, -r[2, 0]), 0.0)
        return locked, locked
    first, second = ((np.arctan2(sign * r[2, 1], sign * r[2, 2]), np.arctan2(-r[2, 0], sign * cosine),
                      np.arctan2(sign * r[1, 0], sign * r[0, 0])) for sign in (1, -1))
    return first, second
