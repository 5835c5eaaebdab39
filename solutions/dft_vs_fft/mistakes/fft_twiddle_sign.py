"""The twiddle factor is exp(+2πi k/N): the forward transform has the minus sign in every stage."""

see = "discrete_fourier_transform#the-fast-transform"


def fft(x):
    x = np.asarray(x, dtype=complex)
    n = x.size
    if n % 2:
        k = np.arange(n)
        return np.exp(-2j * np.pi * np.outer(k, k) / n) @ x
    even, odd = fft(x[::2]), np.exp(2j * np.pi * np.arange(n // 2) / n) * fft(x[1::2])
    return np.concatenate([even + odd, even - odd])
