"""The range is divided by the width of a bin: that is a fraction, and bins are counted whole, by where they begin."""

see = "fourier_transform#bins-of-a-box"


def count_bins(n, pixel_size, longest, shortest):
    shortest = max(shortest, 2 * pixel_size)
    return n * pixel_size * (1 / shortest - 1 / longest)
