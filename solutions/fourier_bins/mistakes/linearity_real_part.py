"""Only real parts are compared: a complex output deviates by the absolute value of a complex number."""

see = "fourier_transform#linearity"


def linearity_error(of_f, of_g, of_mix, a, b):
    gap = np.asarray(of_mix) - a * np.asarray(of_f) - b * np.asarray(of_g)
    return float(np.max(np.abs(gap.real)) / np.max(np.abs(of_mix)))
