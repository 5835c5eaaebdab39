"""The values are centred with ifftshift where fftshift is needed: for odd n frequency 0 lands beside index n // 2."""

see = "discrete_fourier_transform#from-samples-to-the-integral"


def continuous_transform(samples, spacing):
    values = np.fft.ifftshift(np.fft.fft(np.fft.ifftshift(samples))) * spacing
    return np.fft.fftshift(np.fft.fftfreq(len(samples), spacing)), values
