"""The bin reaches half a step to either side of k/L, like a shell of a resolution curve: here bin k begins at k/L."""

see = "fourier_transform#bins-of-a-box"


_bin_lengths = bin_lengths


def bin_lengths(n, pixel_size, k):
    _bin_lengths(n, pixel_size, k)
    return (n * pixel_size / (k - 0.5) if k else np.inf), max(n * pixel_size / (k + 0.5), 2 * pixel_size)
