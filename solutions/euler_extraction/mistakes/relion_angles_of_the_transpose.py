"""You took the angles of RELION's own matrix; the matrix given here is its transpose, so swap rows and columns."""


def relion_angles(matrix):
    r = np.asarray(matrix, dtype=float).T
    sine = np.hypot(r[0, 2], r[1, 2])
    tilt = np.arctan2(sine, r[2, 2])
    if sine < 1e-6:
        rot, psi = np.arctan2(-r[0, 1], r[1, 1]), 0.0
    else:
        rot, psi = np.arctan2(r[1, 2], r[0, 2]), np.arctan2(r[2, 1], -r[2, 0])
    return np.rad2deg(rot), np.rad2deg(tilt), np.rad2deg(psi)
