"""The samples are converted to real numbers first, so that the imaginary part of a complex function is lost: leave them complex."""

see = "discrete_fourier_transform#from-samples-to-the-integral"


def continuous_transform(samples, spacing):
    values = np.fft.fftshift(np.fft.fft(np.fft.ifftshift(np.asarray(samples).real))) * spacing
    return np.fft.fftshift(np.fft.fftfreq(len(samples), spacing)), values
