"""Only the real part is returned: the transform of a function that is not symmetric about the origin is complex."""

see = "discrete_fourier_transform#from-samples-to-the-integral"


def continuous_transform(samples, spacing):
    values = np.fft.fftshift(np.fft.fft(np.fft.ifftshift(samples))) * spacing
    return np.fft.fftshift(np.fft.fftfreq(len(samples), spacing)), values.real
