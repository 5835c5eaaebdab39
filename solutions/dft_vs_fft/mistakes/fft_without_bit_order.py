"""The butterflies meet samples in natural order, first half against second half: split by even and odd index, or reverse the bits."""

see = "discrete_fourier_transform#the-fast-transform"


def fft(x):
    x = np.asarray(x, dtype=complex)
    n = x.size
    if n % 2:
        k = np.arange(n)
        return np.exp(-2j * np.pi * np.outer(k, k) / n) @ x
    even, odd = fft(x[: n // 2]), np.exp(-2j * np.pi * np.arange(n // 2) / n) * fft(x[n // 2 :])
    return np.concatenate([even + odd, even - odd])
