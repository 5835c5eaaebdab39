"""The values are divided by the square root of |a|: that keeps the energy, but the property says |a|."""

see = "fourier_transform#scale"


def scale_transform(frequencies, values, a):
    s, F = a * np.asarray(frequencies), np.asarray(values) / abs(a) ** 0.5
    return (s, F) if a > 0 else (s[::-1], F[::-1])
