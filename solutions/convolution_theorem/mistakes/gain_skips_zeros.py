"""Frequencies with H = 0 are left out of the mean: what they held is lost, and dividing there has no limit; the gain is infinite."""

see = "convolution_theorem#deconvolution-and-why-it-blows-up"


def noise_gain(transfer):
    power = np.abs(transfer) ** 2
    return float(np.sqrt(np.mean(1 / power[power > 0])))
