"""You took tilt from an arcsine, which never exceeds 90°: a tilt of 120° comes back as 60°. Use R33 = cos(tilt) as well."""


def relion_angles(matrix):
    r = np.asarray(matrix, dtype=float)
    sine = np.hypot(r[0, 2], r[1, 2])
    tilt = np.arcsin(np.minimum(sine, 1.0))
    if sine < 1e-6:
        rot, psi = np.arctan2(-r[0, 1], r[1, 1]), 0.0
    else:
        rot, psi = np.arctan2(r[1, 2], r[0, 2]), np.arctan2(r[2, 1], -r[2, 0])
    return np.rad2deg(rot), np.rad2deg(tilt), np.rad2deg(psi)
