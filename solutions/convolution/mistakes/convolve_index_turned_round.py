"""The kernel's index is i - j, which is a correlation: it has to be j - i, so that the two indices add up to j."""

see = "convolution#the-sum"


def convolve(f, h):
    return np.array([sum(f[i] * h[i - j] for i in range(len(f)) if 0 <= i - j < len(h)) for j in range(len(f) + len(h) - 1)])
