"""The image is divided by |H|: its strength is restored, its phase is not; divide by H."""

see = "convolution_theorem#deconvolution-and-why-it-blows-up"


def inverse_filter(image, transfer):
    return np.fft.ifft2(np.fft.fft2(image) / np.abs(transfer))
