"""Both directions carry 1/√N: they undo each other, but the house has no factor forward and 1/N back."""

see = "discrete_fourier_transform#sign-and-scale"


def dft(x):
    x = np.asarray(x)
    k = np.arange(x.size)
    return np.exp(-2j * np.pi * np.outer(k, k) / x.size) @ x / np.sqrt(x.size)


def idft(X):
    X = np.asarray(X)
    k = np.arange(X.size)
    return np.exp(2j * np.pi * np.outer(k, k) / X.size) @ X / np.sqrt(X.size)
