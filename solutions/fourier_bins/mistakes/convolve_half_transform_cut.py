"""An odd signal comes back one sample short: irfft has to be told the length n."""

see = "fourier_transform#convolution"


def convolve_by_fft(f, g):
    return np.fft.irfft(np.fft.rfft(np.real(f)) * np.fft.rfft(np.real(g)))
