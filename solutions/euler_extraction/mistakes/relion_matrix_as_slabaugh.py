"""You gave the three angles to rotation_matrix as they are; rot, tilt, psi turn about z, y and again z, not about x, y and z."""


def relion_matrix(rot, tilt, psi):
    rot, tilt, psi = np.deg2rad([rot, tilt, psi])
    return rotation_matrix(psi, tilt, rot)
