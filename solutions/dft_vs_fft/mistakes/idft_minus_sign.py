"""The inverse has the exponent of the forward transform, so that the signal comes back reversed: the inverse needs exp(+2πi k m/N)."""

see = "discrete_fourier_transform#sign-and-scale"


def idft(X):
    X = np.asarray(X)
    k = np.arange(X.size)
    return np.exp(-2j * np.pi * np.outer(k, k) / X.size) @ X / X.size
