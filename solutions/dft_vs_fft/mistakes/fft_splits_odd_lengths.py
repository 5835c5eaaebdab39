"""An odd length is split in two as if it were even, with N // 2 rounded down: split only even lengths, and do odd ones another way."""

see = "discrete_fourier_transform#the-fast-transform"


def fft(x):
    x = np.asarray(x, dtype=complex)
    n = x.size
    if n < 2:
        return x
    half, result = n // 2, np.zeros(n, dtype=complex)
    even, odd = fft(x[::2])[:half], np.exp(-2j * np.pi * np.arange(half) / n) * fft(x[1::2])
    result[:half], result[half : 2 * half] = even + odd, even - odd
    return result
