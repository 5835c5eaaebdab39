"""The samples are transformed without moving the origin from index n // 2 to index 0: the values alternate in sign, or turn in phase."""

see = "discrete_fourier_transform#from-samples-to-the-integral"


def continuous_transform(samples, spacing):
    values = np.fft.fftshift(np.fft.fft(samples)) * spacing
    return np.fft.fftshift(np.fft.fftfreq(len(samples), spacing)), values
