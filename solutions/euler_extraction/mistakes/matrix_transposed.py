"""Your matrix is the transpose of R, which turns the other way: in each of Rx, Ry, Rz the two sines have each other's sign."""


def rotation_matrix(psi, theta, phi):
    c, s = np.cos([psi, theta, phi]), np.sin([psi, theta, phi])
    about_x = np.array([[1, 0, 0], [0, c[0], -s[0]], [0, s[0], c[0]]])
    about_y = np.array([[c[1], 0, s[1]], [0, 1, 0], [-s[1], 0, c[1]]])
    about_z = np.array([[c[2], -s[2], 0], [s[2], c[2], 0], [0, 0, 1]])
    return (about_z @ about_y @ about_x).T
