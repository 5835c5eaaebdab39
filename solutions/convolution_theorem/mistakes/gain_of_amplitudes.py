"""1/|H| is averaged: it is powers that add, so average 1/|H|² and take the root."""

see = "convolution_theorem#deconvolution-and-why-it-blows-up"


def noise_gain(transfer):
    size = np.abs(transfer)
    return np.inf if np.any(size == 0) else float(np.mean(1 / size))
