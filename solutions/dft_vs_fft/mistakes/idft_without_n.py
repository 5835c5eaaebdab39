"""The inverse lacks its factor 1/N, so that there and back multiplies the signal by N."""

see = "discrete_fourier_transform#sign-and-scale"


def idft(X):
    X = np.asarray(X)
    k = np.arange(X.size)
    return np.exp(2j * np.pi * np.outer(k, k) / X.size) @ X
