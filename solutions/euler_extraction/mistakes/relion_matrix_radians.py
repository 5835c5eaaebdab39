"""You used rot, tilt and psi as radians; they are in degrees."""


def relion_matrix(rot, tilt, psi):
    return rotation_matrix(0.0, tilt, rot) @ rotation_matrix(0.0, 0.0, psi)
