"""The imaginary part of complex signals is lost: only for real signals may the real part be taken."""

see = "fourier_transform#convolution"


def convolve_by_fft(f, g):
    return np.fft.ifft(np.fft.fft(f) * np.fft.fft(g)).real
