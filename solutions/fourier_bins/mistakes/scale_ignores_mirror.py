"""The sign of a is lost: a negative factor mirrors the function, and its transform with it."""

see = "fourier_transform#scale"


def scale_transform(frequencies, values, a):
    return abs(a) * np.asarray(frequencies), np.asarray(values) / abs(a)
