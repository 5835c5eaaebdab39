"""The absolute value of the result is taken: negative samples come back positive. Take the real part, and that only for real samples."""

see = "fourier_transform#shift"


_shift = shift


def shift(samples, pixel_size, distance):
    return np.abs(_shift(samples, pixel_size, distance))
