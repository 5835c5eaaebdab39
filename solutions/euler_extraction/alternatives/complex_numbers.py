"""Angles as arguments of complex numbers, in 0 … 2π, the triple with negative cosine first; matrices by einsum, in Fortran order."""


def _angle(cosine, sine):
    return float(np.angle(complex(cosine, sine)) % (2 * np.pi))


def rotation_matrix(psi, theta, phi):
    x, y, z = np.exp(1j * np.array([psi, theta, phi], dtype=float))
    about_x = np.array([[1, 0, 0], [0, x.real, -x.imag], [0, x.imag, x.real]])
    about_y = np.array([[y.real, 0, y.imag], [0, 1, 0], [-y.imag, 0, y.real]])
    about_z = np.array([[z.real, -z.imag, 0], [z.imag, z.real, 0], [0, 0, 1]])
    return np.asfortranarray(np.einsum("ij,jk,kl->il", about_z, about_y, about_x))


hand_angles = (np.array([3 * np.pi / 2, 5 * np.pi / 6, 2 * np.pi]), np.array([np.pi / 2, np.pi / 6, np.pi]))
locked_psi = np.array([0.7, 2 * np.pi - 0.3])


def euler_angles(matrix):
    r = np.array(matrix, dtype=float, order="F")
    if 1 - abs(r[2, 0]) < 1e-12:
        sign = -np.sign(r[2, 0])
        return [(_angle(r[0, 2] * sign, r[0, 1] * sign), _angle(0, sign), 2 * np.pi)] * 2
    cosine = abs(complex(r[2, 1], r[2, 2]))
    return [(_angle(s * r[2, 2], s * r[2, 1]), _angle(s * cosine, -r[2, 0]), _angle(s * r[0, 0], s * r[1, 0])) for s in (-1, 1)]


def relion_matrix(rot, tilt, psi):
    rot, tilt, psi = (float(angle) * np.pi / 180 for angle in (rot, tilt, psi))
    factors = rotation_matrix(0, 0, rot), rotation_matrix(0, tilt, 0), rotation_matrix(0, 0, psi)
    return np.einsum("ij,jk,kl->il", *factors)


def relion_angles(matrix):
    r = np.array(matrix, dtype=float)
    across = abs(complex(r[2, 0], r[2, 1]))
    tilt = _angle(r[2, 2], across)
    if across < 1e-6:
        return 0.0, np.degrees(tilt), np.degrees(_angle(r[1, 1], r[1, 0]))
    return tuple(np.degrees([_angle(r[0, 2], r[1, 2]), tilt, _angle(-r[2, 0], r[2, 1])]))


def viewing_direction(rot, tilt):
    around, down = np.exp(1j * np.radians(rot)), np.exp(1j * np.radians(tilt))
    return np.array([(down.imag * around).real, (down.imag * around).imag, down.real])


def spherical_angles(direction):
    x, y, z = (float(value) for value in direction)
    if x == y == z == 0:
        raise ValueError("zero vector")
    return np.degrees(_angle(x, y)), np.degrees(_angle(z, abs(complex(x, y))))
