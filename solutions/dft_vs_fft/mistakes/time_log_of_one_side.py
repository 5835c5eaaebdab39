"""The logarithm is that of one side: N is the number of all voxels in the logarithm as well as before it."""

see = "discrete_fourier_transform#errors-and-seconds"


def predict_fft_seconds(seconds, shape, new_shape):
    n, m = np.prod(shape, dtype=float), np.prod(new_shape, dtype=float)
    return seconds * m * np.log2(new_shape[0]) / (n * np.log2(shape[0]))
