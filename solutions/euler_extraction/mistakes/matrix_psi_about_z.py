"""You turned by psi about z and by phi about x; in this convention psi belongs to x and phi to z."""


def rotation_matrix(psi, theta, phi):
    c, s = np.cos([phi, theta, psi]), np.sin([phi, theta, psi])
    about_x = np.array([[1, 0, 0], [0, c[0], -s[0]], [0, s[0], c[0]]])
    about_y = np.array([[c[1], 0, s[1]], [0, 1, 0], [-s[1], 0, c[1]]])
    about_z = np.array([[c[2], -s[2], 0], [s[2], c[2], 0], [0, 0, 1]])
    return about_z @ about_y @ about_x
