"""The values stay as high as they were: a function narrower by a has 1/|a| of the area, which is the value at frequency 0."""

see = "fourier_transform#scale"


def scale_transform(frequencies, values, a):
    s, F = a * np.asarray(frequencies), np.asarray(values)
    return (s, F) if a > 0 else (s[::-1], F[::-1])
