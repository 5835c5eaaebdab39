"""You did not treat gimbal lock: with cos(theta) = 0 both arctan2(0, 0) give 0; set phi = 0 and take psi from rows 1 and 2."""
see = "rotations#gimbal-lock"


def euler_angles(matrix):
    r = np.asarray(matrix, dtype=float)
    theta = -np.arcsin(np.clip(r[2, 0], -1, 1))
    first, second = ((np.arctan2(r[2, 1] / np.cos(t), r[2, 2] / np.cos(t)), t, np.arctan2(r[1, 0] / np.cos(t), r[0, 0] / np.cos(t)))
                     for t in (theta, np.pi - theta))
    return first, second
