"""Frequencies and values are left in the order of the FFT, 0 first: both must ascend, with 0 at index n // 2."""

see = "discrete_fourier_transform#from-samples-to-the-integral"


def continuous_transform(samples, spacing):
    return np.fft.fftfreq(len(samples), spacing), np.fft.fft(np.fft.ifftshift(samples)) * spacing
