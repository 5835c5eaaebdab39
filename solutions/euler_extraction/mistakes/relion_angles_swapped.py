"""You returned psi for rot and rot for psi: rot is in the right column of R, psi in the bottom row."""


def relion_angles(matrix):
    r = np.asarray(matrix, dtype=float)
    sine = np.hypot(r[0, 2], r[1, 2])
    tilt = np.arctan2(sine, r[2, 2])
    if sine < 1e-6:
        rot, psi = np.arctan2(-r[0, 1], r[1, 1]), 0.0
    else:
        rot, psi = np.arctan2(r[1, 2], r[0, 2]), np.arctan2(r[2, 1], -r[2, 0])
    return np.rad2deg(psi), np.rad2deg(tilt), np.rad2deg(rot)
