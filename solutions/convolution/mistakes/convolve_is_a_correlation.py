"""The second signal runs backwards, which is a correlation: in a convolution the two indices add up to that of the result."""

see = "convolution#one-frame-of-the-animation"

_convolve = convolve


def convolve(f, h):
    return _convolve(f, np.asarray(h)[::-1])
