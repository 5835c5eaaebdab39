"""The origin is moved with fftshift where ifftshift is needed: for odd n it lands one sample off, and the phase is wrong."""

see = "discrete_fourier_transform#from-samples-to-the-integral"


def continuous_transform(samples, spacing):
    values = np.fft.fftshift(np.fft.fft(np.fft.fftshift(samples))) * spacing
    return np.fft.fftshift(np.fft.fftfreq(len(samples), spacing)), values
