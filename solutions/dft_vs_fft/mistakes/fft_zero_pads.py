"""The signal is padded with zeros to the next power of two and the longer transform returned: other frequencies, and too many of them."""

see = "discrete_fourier_transform#the-fast-transform"


def fft(x):
    x = np.asarray(x, dtype=complex)
    return halves(np.concatenate([x, np.zeros((1 << (x.size - 1).bit_length()) - x.size)]))


def halves(x):
    n = x.size
    if n == 1:
        return x
    even, odd = halves(x[::2]), np.exp(-2j * np.pi * np.arange(n // 2) / n) * halves(x[1::2])
    return np.concatenate([even + odd, even - odd])
