"""The fast transform converts its signal to real numbers first, so that the imaginary part is lost: leave it complex."""

see = "discrete_fourier_transform#the-fast-transform"


def fft(x):
    return halves(np.asarray(x).real)


def halves(x):
    n = x.size
    if n % 2:
        k = np.arange(n)
        return np.exp(-2j * np.pi * np.outer(k, k) / n) @ x
    even, odd = halves(x[::2]), np.exp(-2j * np.pi * np.arange(n // 2) / n) * halves(x[1::2])
    return np.concatenate([even + odd, even - odd])
