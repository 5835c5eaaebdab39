"""The second image is flipped upside down: rows are treated as in a correlation, columns as in a convolution."""

see = "convolution#two-dimensions"

_convolve2d = convolve2d


def convolve2d(f, h):
    return _convolve2d(f, np.asarray(h)[::-1])
