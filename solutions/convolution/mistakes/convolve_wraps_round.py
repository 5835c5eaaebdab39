"""The convolution is circular, as a product of two transforms of the same length is: the full linear one has n + m - 1 elements."""

see = "convolution#round-the-corner"

_convolve = convolve


def convolve(f, h):
    full, length = _convolve(f, h), max(len(f), len(h))
    result = full[:length].copy()
    result[: full.size - length] += full[length:]
    return result
