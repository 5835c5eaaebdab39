"""Your turn about y is left-handed: in Ry(theta) the +sin(theta) stands at the top right and the −sin(theta) at the bottom left."""


def rotation_matrix(psi, theta, phi):
    c, s = np.cos([psi, theta, phi]), np.sin([psi, theta, phi])
    about_x = np.array([[1, 0, 0], [0, c[0], -s[0]], [0, s[0], c[0]]])
    about_y = np.array([[c[1], 0, -s[1]], [0, 1, 0], [s[1], 0, c[1]]])
    about_z = np.array([[c[2], -s[2], 0], [s[2], c[2], 0], [0, 0, 1]])
    return about_z @ about_y @ about_x
