"""You tilted about x (ZXZ); rot, tilt, psi are ZYZ angles, with the tilt about y."""


def relion_matrix(rot, tilt, psi):
    rot, tilt, psi = np.deg2rad([rot, tilt, psi])
    return rotation_matrix(0.0, 0.0, rot) @ rotation_matrix(tilt, 0.0, 0.0) @ rotation_matrix(0.0, 0.0, psi)
