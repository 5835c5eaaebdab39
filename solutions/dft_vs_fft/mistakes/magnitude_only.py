"""Only the magnitude is returned: the phase tells where a feature lies, and a negative value is not a positive one."""

see = "discrete_fourier_transform#from-samples-to-the-integral"


def continuous_transform(samples, spacing):
    values = np.fft.fftshift(np.fft.fft(np.fft.ifftshift(samples))) * spacing
    return np.fft.fftshift(np.fft.fftfreq(len(samples), spacing)), np.abs(values)
