"""The first bin is taken for bin 1: counting begins with bin 0, from frequency 0 to 1/L."""

see = "fourier_transform#bins-of-a-box"


_bin_lengths = bin_lengths


def bin_lengths(n, pixel_size, k):
    return _bin_lengths(n, pixel_size, k - 1)
