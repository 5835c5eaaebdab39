"""At gimbal lock you set psi = 0 and put the turn into phi; that gives the matrix back, but the convention of this course is phi = 0."""
see = "rotations#gimbal-lock"


def euler_angles(matrix):
    r = np.asarray(matrix, dtype=float)
    cosine = np.hypot(r[0, 0], r[1, 0])
    if cosine < 1e-6:
        locked = (0.0, np.copysign(np.pi / 2, -r[2, 0]), np.arctan2(-r[0, 1], r[1, 1]))
        return locked, locked
    first, second = ((np.arctan2(sign * r[2, 1], sign * r[2, 2]), np.arctan2(-r[2, 0], sign * cosine),
                      np.arctan2(sign * r[1, 0], sign * r[0, 0])) for sign in (1, -1))
    return first, second
