"""The signal moves the wrong way: a shift towards higher indices is exp(−2πi s·distance), with a minus sign."""

see = "fourier_transform#shift"


_shift = shift


def shift(samples, pixel_size, distance):
    return _shift(samples, pixel_size, -distance)
