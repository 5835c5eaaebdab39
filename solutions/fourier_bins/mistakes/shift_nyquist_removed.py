"""The coefficient at Nyquist is set to zero: it stays, multiplied by the cosine of π·distance/pixel_size."""

see = "fourier_transform#a-fraction-of-a-pixel"


def shift(samples, pixel_size, distance):
    n = len(samples)
    ramp = np.exp(-2j * np.pi * np.fft.fftfreq(n, pixel_size) * distance)
    if n % 2 == 0:
        ramp[n // 2] = 0
    return np.fft.ifft(np.fft.fft(samples) * ramp)
