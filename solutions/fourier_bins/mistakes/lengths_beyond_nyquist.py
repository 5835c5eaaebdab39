"""The last bin of an odd box is not cut off: it would reach half a step beyond Nyquist, below a length of two pixels."""

see = "fourier_transform#bins-of-a-box"


_bin_lengths = bin_lengths


def bin_lengths(n, pixel_size, k):
    return _bin_lengths(n, pixel_size, k)[0], n * pixel_size / (k + 1)
