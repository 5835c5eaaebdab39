"""Everything in single precision, the answers as float32 arrays."""


def _axis(axis, angle):
    c, s = np.cos(np.float32(angle)), np.sin(np.float32(angle))
    i, j = (axis + 1) % 3, (axis + 2) % 3
    matrix = np.eye(3, dtype=np.float32)
    matrix[i, i] = matrix[j, j] = c
    matrix[i, j], matrix[j, i] = -s, s
    return matrix


def rotation_matrix(psi, theta, phi):
    return _axis(2, phi) @ _axis(1, theta) @ _axis(0, psi)


hand_angles = np.array([[np.pi / 2, np.pi / 6, np.pi], [-np.pi / 2, 5 * np.pi / 6, 0]], dtype=np.float32)
locked_psi = np.array([0.7, -0.3], dtype=np.float32)


def euler_angles(matrix):
    r = np.array(matrix, dtype=np.float32)
    cosine = np.sqrt(r[0, 0] ** 2 + r[1, 0] ** 2)
    if cosine < np.float32(1e-6):
        return np.array([[np.arctan2(-r[1, 2], r[1, 1]), -np.sign(r[2, 0]) * np.float32(np.pi / 2), 0]] * 2, dtype=np.float32)
    theta = -np.arcsin(np.clip(r[2, 0], -1, 1))
    first = np.array([np.arctan2(r[2, 1], r[2, 2]), theta, np.arctan2(r[1, 0], r[0, 0])], dtype=np.float32)
    second = np.array([np.arctan2(-r[2, 1], -r[2, 2]), np.pi - theta, np.arctan2(-r[1, 0], -r[0, 0])], dtype=np.float32)
    return np.stack([first, second])


def relion_matrix(rot, tilt, psi):
    rot, tilt, psi = np.deg2rad(np.array([rot, tilt, psi], dtype=np.float32))
    return _axis(2, rot) @ _axis(1, tilt) @ _axis(2, psi)


def relion_angles(matrix):
    r = np.array(matrix, dtype=np.float32)
    sine = np.sqrt(r[0, 2] ** 2 + r[1, 2] ** 2)
    tilt = np.arccos(np.clip(r[2, 2], -1, 1))
    if sine < np.float32(1e-6):
        return np.rad2deg(np.array([np.arctan2(-r[0, 1], r[1, 1]), tilt, 0], dtype=np.float32))
    return np.rad2deg(np.array([np.arctan2(r[1, 2], r[0, 2]), tilt, np.arctan2(r[2, 1], -r[2, 0])], dtype=np.float32))


def viewing_direction(rot, tilt):
    return relion_matrix(rot, tilt, 0)[:, 2]


def spherical_angles(direction):
    v = np.array(direction, dtype=np.float32)
    length = np.linalg.norm(v)
    if not length:
        raise ValueError("zero vector")
    v = v / length
    return np.rad2deg(np.array([np.arctan2(v[1], v[0]), np.arccos(np.clip(v[2], -1, 1))], dtype=np.float32))
