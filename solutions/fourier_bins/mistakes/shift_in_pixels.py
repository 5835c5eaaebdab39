"""The distance is taken in pixels: with s in 1/Å it is in Å, and the pixel size is in s."""

see = "fourier_transform#shift"


_shift = shift


def shift(samples, pixel_size, distance):
    return _shift(samples, 1.0, distance)
