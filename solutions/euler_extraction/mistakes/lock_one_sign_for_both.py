"""At gimbal lock with theta = −π/2 you used the formula of theta = +π/2, so psi is off by π: there R12 = −sin(psi) and R13 = −cos(psi)."""
see = "rotations#gimbal-lock"


def euler_angles(matrix):
    r = np.asarray(matrix, dtype=float)
    cosine = np.hypot(r[0, 0], r[1, 0])
    if cosine < 1e-6:
        locked = (np.arctan2(r[0, 1], r[0, 2]), np.copysign(np.pi / 2, -r[2, 0]), 0.0)
        return locked, locked
    first, second = ((np.arctan2(sign * r[2, 1], sign * r[2, 2]), np.arctan2(-r[2, 0], sign * cosine),
                      np.arctan2(sign * r[1, 0], sign * r[0, 0])) for sign in (1, -1))
    return first, second
