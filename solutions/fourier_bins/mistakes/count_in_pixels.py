"""The pixel size is left out: the box is n·pixel_size long, and bin k begins at k/(n·pixel_size)."""

see = "fourier_transform#bins-of-a-box"


_count_bins = count_bins


def count_bins(n, pixel_size, longest, shortest):
    return _count_bins(n, 1.0, longest, shortest)
