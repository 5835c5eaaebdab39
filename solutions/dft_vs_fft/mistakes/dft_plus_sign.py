"""The forward transform has exp(+2πi k m/N): the house and numpy put the minus sign there, and the plus sign into the inverse."""

see = "discrete_fourier_transform#sign-and-scale"


def dft(x):
    x = np.asarray(x)
    k = np.arange(x.size)
    return np.exp(2j * np.pi * np.outer(k, k) / x.size) @ x
