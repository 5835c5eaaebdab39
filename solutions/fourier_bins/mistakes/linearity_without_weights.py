"""The weights are left out of the prediction: for a f + b g it is a times the first output plus b times the second."""

see = "fourier_transform#linearity"


_linearity_error = linearity_error


def linearity_error(of_f, of_g, of_mix, a, b):
    return _linearity_error(of_f, of_g, of_mix, 1.0, 1.0)
