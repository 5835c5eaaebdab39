"""The inverse keeps only the real part: the signal behind a transform may be complex, so return the complex sum."""

see = "discrete_fourier_transform#sign-and-scale"


def idft(X):
    X = np.asarray(X)
    k = np.arange(X.size)
    return (np.exp(2j * np.pi * np.outer(k, k) / X.size) @ X / X.size).real
