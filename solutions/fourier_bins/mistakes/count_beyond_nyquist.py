"""Bins beyond Nyquist are counted: nothing finer than two pixels is in the box."""

see = "fourier_transform#bins-of-a-box"


def count_bins(n, pixel_size, longest, shortest):
    box = n * pixel_size
    return int(np.ceil(box / shortest) - np.ceil(box / longest))
