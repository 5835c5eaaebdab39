"""The values are the bare sum: multiply by the spacing, dx, to get the integral."""

see = "discrete_fourier_transform#from-samples-to-the-integral"


def continuous_transform(samples, spacing):
    values = np.fft.fftshift(np.fft.fft(np.fft.ifftshift(samples)))
    return np.fft.fftshift(np.fft.fftfreq(len(samples), spacing)), values
