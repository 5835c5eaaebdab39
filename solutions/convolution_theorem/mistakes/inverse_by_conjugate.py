"""The transform is divided by the conjugate of H, which doubles the phase instead of undoing it: divide by H."""

see = "convolution_theorem#deconvolution-and-why-it-blows-up"


def inverse_filter(image, transfer):
    return np.fft.ifft2(np.fft.fft2(image) / np.conj(transfer))
