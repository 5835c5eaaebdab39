"""The signal is converted to real numbers before it is transformed, so that the imaginary part is lost: leave it complex."""

see = "discrete_fourier_transform#sign-and-scale"


def dft(x):
    x = np.asarray(x).real.astype(float)
    k = np.arange(x.size)
    return np.exp(-2j * np.pi * np.outer(k, k) / x.size) @ x
