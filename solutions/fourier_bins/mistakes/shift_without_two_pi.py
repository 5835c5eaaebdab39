"""The 2π is missing from the exponent: s counts periods for each Å, and a period is 2π radians."""

see = "fourier_transform#shift"


_shift = shift


def shift(samples, pixel_size, distance):
    return _shift(samples, pixel_size, distance / (2 * np.pi))
