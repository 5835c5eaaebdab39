"""The values are divided by n: that makes an average, not an integral; multiply the sum by the spacing."""

see = "discrete_fourier_transform#from-samples-to-the-integral"


def continuous_transform(samples, spacing):
    values = np.fft.fftshift(np.fft.fft(np.fft.ifftshift(samples))) / len(samples)
    return np.fft.fftshift(np.fft.fftfreq(len(samples), spacing)), values
