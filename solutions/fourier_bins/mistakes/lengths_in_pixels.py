"""The lengths are in pixels: the box is n·pixel_size long."""

see = "fourier_transform#bins-of-a-box"


_bin_lengths = bin_lengths


def bin_lengths(n, pixel_size, k):
    return _bin_lengths(n, 1.0, k)
