"""The frequencies are divided by a: what is narrower in x is broader in s, so they are multiplied."""

see = "fourier_transform#scale"


_scale_transform = scale_transform


def scale_transform(frequencies, values, a):
    s, F = _scale_transform(frequencies, values, a)
    return s / a**2, F
