"""The ramp runs in ascending order of frequency while the transform has frequency 0 first: the two orders must match."""

see = "fourier_transform#shift"


def shift(samples, pixel_size, distance):
    n = len(samples)
    s = (np.arange(n) - n // 2) / (n * pixel_size)
    return np.fft.ifft(np.fft.fft(samples) * np.exp(-2j * np.pi * s * distance))
