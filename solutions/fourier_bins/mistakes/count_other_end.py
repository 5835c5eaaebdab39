"""The end at the shorter length counts instead of that at the longer one: bin k begins at k/L and belongs to the range of its beginning."""

see = "fourier_transform#bins-of-a-box"


def count_bins(n, pixel_size, longest, shortest):
    begins = np.arange((n + 1) // 2) / (n * pixel_size)
    return int(np.sum((begins > 1 / longest) & (begins <= 1 / shortest)))
