"""Only the columns are transformed: the rows need a transform too."""

see = "discrete_fourier_transform#two-dimensions"


def dft2(image):
    return np.array([fft(column) for column in np.asarray(image).T]).T
