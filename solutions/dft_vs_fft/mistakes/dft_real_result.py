"""The result is stored in an array of real numbers, which keeps the cosine part and loses the sine part: make the array complex."""

see = "discrete_fourier_transform#sign-and-scale"


def dft(x):
    x = np.asarray(x)
    k = np.arange(x.size)
    return (np.exp(-2j * np.pi * np.outer(k, k) / x.size) @ x).real
