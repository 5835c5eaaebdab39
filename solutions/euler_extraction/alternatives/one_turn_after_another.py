"""Matrices by Rodrigues' formula; angles found by undoing one turn after another: phi first, then theta, then psi."""


def _about(axis, angle):
    cross = np.cross(np.eye(3)[axis], np.eye(3)).T
    return np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * (cross @ cross)


def rotation_matrix(psi, theta, phi):
    matrix = np.eye(3)
    for axis, angle in enumerate((psi, theta, phi)):
        matrix = _about(axis, angle) @ matrix
    return matrix


def euler_angles(matrix):
    r = np.asarray(matrix, dtype=float)
    if r[0, 0] ** 2 + r[1, 0] ** 2 < 1e-12:
        phis = (0.0, 0.0)
    else:
        phi = np.arctan2(r[1, 0], r[0, 0])
        phis = (phi, phi + np.pi)
    return np.array([_rest(_about(2, -phi) @ r, phi) for phi in phis])


def _rest(turned_back, phi):
    theta = np.arctan2(-turned_back[2, 0], turned_back[0, 0])
    about_x = _about(1, -theta) @ turned_back
    return np.arctan2(about_x[2, 1], about_x[1, 1]), theta, phi


def relion_matrix(rot, tilt, psi):
    return _about(2, np.radians(rot)) @ _about(1, np.radians(tilt)) @ _about(2, np.radians(psi))


def relion_angles(matrix):
    r = np.asarray(matrix, dtype=float)
    rot, tilt = spherical_angles(r @ [0.0, 0.0, 1.0])
    rest = relion_matrix(rot, tilt, 0).T @ r
    return np.array([rot, tilt, np.degrees(np.arctan2(rest[1, 0], rest[0, 0]))])


def viewing_direction(rot, tilt):
    return relion_matrix(rot, tilt, 123.0) @ np.array([0, 0, 1])


def spherical_angles(direction):
    direction = np.array(direction, dtype=float)
    if not direction.any():
        raise ValueError("zero vector")
    rot = np.arctan2(direction[1], direction[0])
    along_x = _about(2, -rot) @ direction
    return np.degrees([rot, np.arctan2(along_x[0], along_x[2])])
