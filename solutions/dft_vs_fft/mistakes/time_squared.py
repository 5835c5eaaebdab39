"""The time is scaled by N², which is the cost of the plain sum: an FFT takes N·log N steps."""

see = "discrete_fourier_transform#errors-and-seconds"


def predict_fft_seconds(seconds, shape, new_shape):
    return seconds * (np.prod(new_shape, dtype=float) / np.prod(shape, dtype=float)) ** 2
