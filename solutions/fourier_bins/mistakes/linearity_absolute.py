"""The deviation is not divided by the largest output: without that it depends on the unit of the signal."""

see = "fourier_transform#linearity"


def linearity_error(of_f, of_g, of_mix, a, b):
    return float(np.max(np.abs(np.asarray(of_mix) - a * np.asarray(of_f) - b * np.asarray(of_g))))
