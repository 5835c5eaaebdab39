"""The values are multiplied by |a|: a function narrower by a has less area, not more."""

see = "fourier_transform#scale"


def scale_transform(frequencies, values, a):
    s, F = a * np.asarray(frequencies), np.asarray(values) * abs(a)
    return (s, F) if a > 0 else (s[::-1], F[::-1])
