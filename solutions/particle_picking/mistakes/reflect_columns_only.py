"""Only one axis is reflected: both signs change, that of y and that of x."""
see = "cross_correlation#correlation-and-convolution"


def reflect(template):
    return np.roll(np.conj(template)[:, ::-1], 1, axis=1)
