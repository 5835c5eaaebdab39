"""The frequencies ascend but the values are left in the order of the FFT: shift both."""

see = "discrete_fourier_transform#from-samples-to-the-integral"


def continuous_transform(samples, spacing):
    return np.fft.fftshift(np.fft.fftfreq(len(samples), spacing)), np.fft.fft(np.fft.ifftshift(samples)) * spacing
