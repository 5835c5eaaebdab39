"""The bins of the negative side are counted as well: a length belongs to one bin of the positive side."""

see = "fourier_transform#bins-of-a-box"


_count_bins = count_bins


def count_bins(n, pixel_size, longest, shortest):
    return 2 * _count_bins(n, pixel_size, longest, shortest)
