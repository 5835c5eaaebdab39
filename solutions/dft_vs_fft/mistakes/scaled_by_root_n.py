"""The values are divided by √n: the factor that turns the sum into an integral is the spacing."""

see = "discrete_fourier_transform#from-samples-to-the-integral"


def continuous_transform(samples, spacing):
    values = np.fft.fftshift(np.fft.fft(np.fft.ifftshift(samples))) / np.sqrt(len(samples))
    return np.fft.fftshift(np.fft.fftfreq(len(samples), spacing)), values
