"""The deviation is averaged: one output that breaks the rule is enough, so take the largest."""

see = "fourier_transform#linearity"


def linearity_error(of_f, of_g, of_mix, a, b):
    return float(np.mean(np.abs(np.asarray(of_mix) - a * np.asarray(of_f) - b * np.asarray(of_g))) / np.mean(np.abs(of_mix)))
