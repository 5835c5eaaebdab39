"""The frequencies run from -Nyquist to +Nyquist both ends included: the step is then not 1/(n·spacing), and 0 is missed for even n."""

see = "discrete_fourier_transform#from-samples-to-the-integral"


def continuous_transform(samples, spacing):
    n = len(samples)
    values = np.fft.fftshift(np.fft.fft(np.fft.ifftshift(samples))) * spacing
    return np.linspace(-0.5, 0.5, n) / spacing, values
