"""The lengths are divided evenly, one bin for each pixel size: bins are equally wide in frequency, not in length."""

see = "fourier_transform#bins-of-a-box"


def count_bins(n, pixel_size, longest, shortest):
    return round((min(longest, n * pixel_size) - shortest) / pixel_size)
