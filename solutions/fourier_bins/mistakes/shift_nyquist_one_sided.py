"""The coefficient at Nyquist is turned like that of −Nyquist alone: real samples become complex. Its factor is the cosine."""

see = "fourier_transform#a-fraction-of-a-pixel"


def shift(samples, pixel_size, distance):
    s = np.fft.fftfreq(len(samples), pixel_size)
    return np.fft.ifft(np.fft.fft(samples) * np.exp(-2j * np.pi * s * distance))
