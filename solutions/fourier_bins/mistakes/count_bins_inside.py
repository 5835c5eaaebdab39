"""Only bins that lie in the range from end to end are counted: a bin counts if it begins there."""

see = "fourier_transform#bins-of-a-box"


def count_bins(n, pixel_size, longest, shortest):
    begins = np.arange((n + 1) // 2) / (n * pixel_size)
    return int(np.sum((begins >= 1 / longest) & (begins + 1 / (n * pixel_size) <= 1 / shortest)))
