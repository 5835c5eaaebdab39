"""The distance is rounded to whole pixels: a phase ramp moves by any fraction."""

see = "fourier_transform#a-fraction-of-a-pixel"


def shift(samples, pixel_size, distance):
    return np.roll(np.asarray(samples), round(distance / pixel_size))
