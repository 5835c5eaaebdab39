"""The integral is computed with exp(+2πi s x): what lies at +x gets the phase of what lies at -x; the forward sign is minus."""

see = "discrete_fourier_transform#from-samples-to-the-integral"


def continuous_transform(samples, spacing):
    values = np.fft.fftshift(np.fft.ifft(np.fft.ifftshift(samples))) * len(samples) * spacing
    return np.fft.fftshift(np.fft.fftfreq(len(samples), spacing)), values
