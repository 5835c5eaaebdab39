"""The largest difference is taken with its sign: a deviation downwards is one as well, so take absolute values first."""

see = "fourier_transform#linearity"


def linearity_error(of_f, of_g, of_mix, a, b):
    return float(np.max((np.asarray(of_mix) - a * np.asarray(of_f) - b * np.asarray(of_g)).real) / np.max(np.abs(of_mix)))
