"""The second image is turned by half a turn, which is a correlation: in both directions the indices add up."""

see = "convolution#two-dimensions"

_convolve2d = convolve2d


def convolve2d(f, h):
    return _convolve2d(f, np.asarray(h)[::-1, ::-1])
