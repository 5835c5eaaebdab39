"""The frequencies come from arange(-1/2, 1/2, 1/n): for odd n that starts at the wrong value, and rounding can make it one too long."""

see = "discrete_fourier_transform#from-samples-to-the-integral"


def continuous_transform(samples, spacing):
    n = len(samples)
    values = np.fft.fftshift(np.fft.fft(np.fft.ifftshift(samples))) * spacing
    return np.arange(-0.5, 0.5, 1 / n) / spacing, values
