"""The frequencies are in the order of the FFT, 0 first: here they ascend, with 0 at index n // 2."""

see = "fourier_transform#bins-of-a-box"


def spatial_frequencies(n, pixel_size):
    return np.fft.fftfreq(n, pixel_size)
