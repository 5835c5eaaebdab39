"""The frequencies are multiplied by the spacing: cycles per pixel divided by Å per pixel are cycles per Å."""

see = "discrete_fourier_transform#from-samples-to-the-integral"


def continuous_transform(samples, spacing):
    n = len(samples)
    values = np.fft.fftshift(np.fft.fft(np.fft.ifftshift(samples))) * spacing
    return np.fft.fftshift(np.fft.fftfreq(n)) * spacing, values
