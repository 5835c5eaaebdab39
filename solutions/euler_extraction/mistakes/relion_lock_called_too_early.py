"""You treated a tilt of 0.1° as no tilt at all, as np.isclose(abs(R33), 1) does; the limit is sin(tilt) < 1e-6."""


def relion_angles(matrix):
    r = np.asarray(matrix, dtype=float)
    sine = np.hypot(r[0, 2], r[1, 2])
    tilt = np.arctan2(sine, r[2, 2])
    if np.isclose(abs(r[2, 2]), 1):
        rot, psi = np.arctan2(-r[0, 1], r[1, 1]), 0.0
    else:
        rot, psi = np.arctan2(r[1, 2], r[0, 2]), np.arctan2(r[2, 1], -r[2, 0])
    return np.rad2deg(rot), np.rad2deg(tilt), np.rad2deg(psi)
