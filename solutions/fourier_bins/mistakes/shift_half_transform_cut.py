"""An odd box comes back one sample short: irfft has to be told the length n."""

see = "fourier_transform#shift"


def shift(samples, pixel_size, distance):
    s = np.fft.rfftfreq(len(samples), pixel_size)
    return np.fft.irfft(np.fft.rfft(np.real(samples)) * np.exp(-2j * np.pi * s * distance))
