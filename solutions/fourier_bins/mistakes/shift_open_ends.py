"""What leaves the box is lost and zeros come in: here the box is periodic."""

see = "fourier_transform#shift"


_shift = shift


def shift(samples, pixel_size, distance):
    moved, x = _shift(samples, pixel_size, distance), np.arange(len(samples)) * pixel_size - distance
    return np.where((x > -0.5 * pixel_size) & (x < (len(samples) - 0.5) * pixel_size), moved, 0)
