"""A bin number that the box does not have is answered with lengths: below two pixels there is no bin, and none before bin 0."""

see = "fourier_transform#bins-of-a-box"


def bin_lengths(n, pixel_size, k):
    box = n * pixel_size
    longest = np.inf if k == 0 else box / k
    return longest, 2 * pixel_size if k == n // 2 else np.float64(box) / (k + 1)
