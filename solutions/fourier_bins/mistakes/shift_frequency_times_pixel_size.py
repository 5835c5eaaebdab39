"""The frequencies of the ramp are multiplied by the pixel size instead of divided."""

see = "fourier_transform#shift"


_shift = shift


def shift(samples, pixel_size, distance):
    return _shift(samples, 1 / pixel_size, distance)
