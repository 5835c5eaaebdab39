"""At gimbal lock you divided by cos(theta) = 0 and got NaN; test for the lock first."""
see = "rotations#gimbal-lock"


def euler_angles(matrix):
    r = np.asarray(matrix, dtype=float)
    cosine = np.hypot(r[0, 0], r[1, 0])
    with np.errstate(invalid="ignore", divide="ignore"):
        first, second = ((np.arctan2(r[2, 1] / c, r[2, 2] / c), np.arctan2(-r[2, 0], c), np.arctan2(r[1, 0] / c, r[0, 0] / c))
                         for c in (cosine, -cosine))
    return first, second
