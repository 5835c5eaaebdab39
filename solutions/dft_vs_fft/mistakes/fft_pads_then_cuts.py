"""The signal is padded with zeros to a power of two and the result cut back: its frequencies are k/M, M the padded length, not k/N."""

see = "discrete_fourier_transform#the-fast-transform"


def fft(x):
    x = np.asarray(x, dtype=complex)
    n = 1 << (x.size - 1).bit_length()
    return halves(np.concatenate([x, np.zeros(n - x.size)]))[: x.size]


def halves(x):
    n = x.size
    if n == 1:
        return x
    even, odd = halves(x[::2]), np.exp(-2j * np.pi * np.arange(n // 2) / n) * halves(x[1::2])
    return np.concatenate([even + odd, even - odd])
