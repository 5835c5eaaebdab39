"""For a negative factor the frequencies are left in descending order: turn frequencies and values round."""

see = "fourier_transform#scale"


def scale_transform(frequencies, values, a):
    return a * np.asarray(frequencies), np.asarray(values) / abs(a)
