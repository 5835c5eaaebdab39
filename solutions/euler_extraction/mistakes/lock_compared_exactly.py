"""You asked whether R31 is exactly ±1; rounding makes it 1.0000000000000002, so leave a margin: sqrt(R11² + R21²) < 1e-6."""
see = "rotations#gimbal-lock"


def euler_angles(matrix):
    r = np.asarray(matrix, dtype=float)
    if abs(r[2, 0]) == 1:
        locked = (np.arctan2(-r[1, 2], r[1, 1]), np.copysign(np.pi / 2, -r[2, 0]), 0.0)
        return locked, locked
    with np.errstate(invalid="ignore"):
        theta = -np.arcsin(r[2, 0])
    first, second = ((np.arctan2(r[2, 1] / np.cos(t), r[2, 2] / np.cos(t)), t, np.arctan2(r[1, 0] / np.cos(t), r[0, 0] / np.cos(t)))
                     for t in (theta, np.pi - theta))
    return first, second
