"""The mean of 1/|H|² is the gain in variance: the standard deviation grows by its root."""

see = "convolution_theorem#deconvolution-and-why-it-blows-up"
_gain = noise_gain


def noise_gain(transfer):
    return _gain(transfer) ** 2
