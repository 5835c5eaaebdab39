"""You returned RELION's own matrix, which is the transpose of R: in this course R turns the object."""


def relion_matrix(rot, tilt, psi):
    rot, tilt, psi = np.deg2rad([rot, tilt, psi])
    return (rotation_matrix(0.0, tilt, rot) @ rotation_matrix(0.0, 0.0, psi)).T
