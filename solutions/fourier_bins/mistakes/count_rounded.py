"""Both ends are rounded to the nearest bin: the first bin of a range is the first that begins in it, so both ends are rounded up."""

see = "fourier_transform#bins-of-a-box"


def count_bins(n, pixel_size, longest, shortest):
    shortest = max(shortest, 2 * pixel_size)
    return round(n * pixel_size / shortest) - round(n * pixel_size / longest)
