"""At tilt 0° and 180° both your arctan2(0, 0) give 0, and the turn about z is lost: set psi = 0 and take rot from the middle column."""


def relion_angles(matrix):
    r = np.asarray(matrix, dtype=float)
    sine = np.hypot(r[0, 2], r[1, 2])
    tilt = np.arctan2(sine, r[2, 2])
    rot, psi = np.arctan2(r[1, 2], r[0, 2]), np.arctan2(r[2, 1], -r[2, 0])
    return np.rad2deg(rot), np.rad2deg(tilt), np.rad2deg(psi)
