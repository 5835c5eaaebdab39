"""The i of Euler's formula is left out: the transform of a real odd function is imaginary."""

see = "convolution#two-copies-make-fringes"

def difference_transform(u):
    u = np.asarray(u, dtype=float)
    return -2 * np.sin(4 * np.pi * u) * np.exp(-np.pi * u**2)


own_difference = (1j * own_difference).real * -1
