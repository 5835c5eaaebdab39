"""The ends of the bin are frequencies in 1/Å: a length is one over that."""

see = "fourier_transform#bins-of-a-box"


_bin_lengths = bin_lengths


def bin_lengths(n, pixel_size, k):
    longest, shortest = _bin_lengths(n, pixel_size, k)
    return 1 / longest, 1 / shortest
