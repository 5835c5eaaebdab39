"""The time is scaled by the number of voxels alone: an FFT takes N·log N steps, so the logarithms belong in too."""

see = "discrete_fourier_transform#errors-and-seconds"


def predict_fft_seconds(seconds, shape, new_shape):
    return seconds * np.prod(new_shape, dtype=float) / np.prod(shape, dtype=float)
