"""The transform is multiplied by H: that blurs once more; divide."""

see = "convolution_theorem#deconvolution-and-why-it-blows-up"


def inverse_filter(image, transfer):
    return np.fft.ifft2(np.fft.fft2(image) * np.asarray(transfer))
