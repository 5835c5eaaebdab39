"""The second half of each stage adds the twiddled odd part where it must subtract it: X[k + N/2] = E[k] - exp(-2πi k/N) O[k]."""

see = "discrete_fourier_transform#the-fast-transform"


def fft(x):
    x = np.asarray(x, dtype=complex)
    n = x.size
    if n % 2:
        k = np.arange(n)
        return np.exp(-2j * np.pi * np.outer(k, k) / n) @ x
    even, odd = fft(x[::2]), np.exp(-2j * np.pi * np.arange(n // 2) / n) * fft(x[1::2])
    return np.concatenate([even + odd, even + odd])
