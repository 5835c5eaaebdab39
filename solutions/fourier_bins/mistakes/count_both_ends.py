"""Both ends of the range count: a bin that begins at the shorter length belongs to the next range."""

see = "fourier_transform#bins-of-a-box"


def count_bins(n, pixel_size, longest, shortest):
    begins = np.arange((n + 1) // 2) / (n * pixel_size)
    return int(np.sum((begins >= 1 / longest) & (begins <= 1 / shortest)))
