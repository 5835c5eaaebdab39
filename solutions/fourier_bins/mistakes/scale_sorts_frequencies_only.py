"""The frequencies are sorted and the values are not: each value has to go with its frequency."""

see = "fourier_transform#scale"


def scale_transform(frequencies, values, a):
    return np.sort(a * np.asarray(frequencies)), np.asarray(values) / abs(a)
