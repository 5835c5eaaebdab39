"""The values are divided by a with its sign: for negative a the limits of the integral change places too, and 1/|a| remains."""

see = "fourier_transform#scale"


def scale_transform(frequencies, values, a):
    s, F = a * np.asarray(frequencies), np.asarray(values) / a
    return (s, F) if a > 0 else (s[::-1], F[::-1])
