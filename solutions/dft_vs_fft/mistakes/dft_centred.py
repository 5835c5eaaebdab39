"""The result has frequency 0 in the middle: dft returns frequency 0 first, the centred order is made by a shift later."""

see = "discrete_fourier_transform#sign-and-scale"


def dft(x):
    x = np.asarray(x)
    m = np.arange(x.size)
    k = m - x.size // 2
    return np.exp(-2j * np.pi * np.outer(k, m) / x.size) @ x
