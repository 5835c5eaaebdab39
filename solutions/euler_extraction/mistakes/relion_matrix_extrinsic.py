"""You turned about fixed axes (zyz) instead of axes that move along (ZYZ), which swaps rot and psi: rot belongs to the leftmost factor."""


def relion_matrix(rot, tilt, psi):
    rot, tilt, psi = np.deg2rad([rot, tilt, psi])
    return rotation_matrix(0.0, tilt, psi) @ rotation_matrix(0.0, 0.0, rot)
