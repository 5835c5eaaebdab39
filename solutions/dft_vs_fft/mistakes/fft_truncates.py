"""The signal is cut to the largest power of two below its length, so that its last samples never count and too few values come back."""

see = "discrete_fourier_transform#the-fast-transform"


def fft(x):
    x = np.asarray(x, dtype=complex)
    return halves(x[: 1 << (x.size.bit_length() - 1)])


def halves(x):
    n = x.size
    if n == 1:
        return x
    even, odd = halves(x[::2]), np.exp(-2j * np.pi * np.arange(n // 2) / n) * halves(x[1::2])
    return np.concatenate([even + odd, even - odd])
