"""The axis runs from −Nyquist to +Nyquist with both ends: the step is then 1/(n − 1) of the range instead of 1/n."""

see = "fourier_transform#bins-of-a-box"


def spatial_frequencies(n, pixel_size):
    return np.linspace(-0.5, 0.5, n) / pixel_size
