"""The deviation is divided by the largest prediction: the statement asks for the largest output of the mixture."""

see = "fourier_transform#linearity"


def linearity_error(of_f, of_g, of_mix, a, b):
    prediction = a * np.asarray(of_f) + b * np.asarray(of_g)
    return float(np.max(np.abs(np.asarray(of_mix) - prediction)) / np.max(np.abs(prediction)))
