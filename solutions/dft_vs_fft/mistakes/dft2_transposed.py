"""The result is transposed, F[kx, ky]: after transforming the columns turn the array back."""

see = "discrete_fourier_transform#two-dimensions"


def dft2(image):
    rows = np.array([fft(row) for row in np.asarray(image)])
    return np.array([fft(column) for column in rows.T])
