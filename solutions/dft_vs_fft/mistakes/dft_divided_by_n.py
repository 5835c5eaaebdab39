"""The forward transform is divided by N: in the house's convention that factor belongs to the inverse alone."""

see = "discrete_fourier_transform#sign-and-scale"


def dft(x):
    x = np.asarray(x)
    k = np.arange(x.size)
    return np.exp(-2j * np.pi * np.outer(k, k) / x.size) @ x / x.size
