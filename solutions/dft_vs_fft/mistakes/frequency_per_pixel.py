"""The frequencies are in cycles per pixel: divide them by the spacing to get 1/Å."""

see = "discrete_fourier_transform#from-samples-to-the-integral"


def continuous_transform(samples, spacing):
    n = len(samples)
    values = np.fft.fftshift(np.fft.fft(np.fft.ifftshift(samples))) * spacing
    return np.fft.fftshift(np.fft.fftfreq(n)), values
