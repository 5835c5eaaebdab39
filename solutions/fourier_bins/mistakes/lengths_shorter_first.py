"""The shorter length comes first: a bin begins at the lower frequency, which is the longer length."""

see = "fourier_transform#bins-of-a-box"


_bin_lengths = bin_lengths


def bin_lengths(n, pixel_size, k):
    return _bin_lengths(n, pixel_size, k)[::-1]
