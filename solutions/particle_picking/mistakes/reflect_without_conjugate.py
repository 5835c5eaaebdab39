"""The template is reflected but not conjugated: a correlation has the complex conjugate of the template."""
see = "cross_correlation#correlation-and-convolution"


def reflect(template):
    return np.roll(np.asarray(template)[::-1, ::-1], (1, 1), axis=(0, 1))
