"""The origin is taken at (n - 1)/2 instead of n // 2: for even n that is half a sample off, a phase that grows with frequency."""

see = "discrete_fourier_transform#from-samples-to-the-integral"


def continuous_transform(samples, spacing):
    n = len(samples)
    frequencies = np.fft.fftshift(np.fft.fftfreq(n, spacing))
    return frequencies, np.fft.fftshift(np.fft.fft(samples)) * spacing * np.exp(2j * np.pi * frequencies * spacing * (n - 1) / 2)
