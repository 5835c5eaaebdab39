"""The root of the mean of |H|² is what the blur itself does to noise: dividing by H has 1/|H|²."""

see = "convolution_theorem#deconvolution-and-why-it-blows-up"


def noise_gain(transfer):
    size = np.abs(transfer)
    return np.inf if np.any(size == 0) else float(np.sqrt(np.mean(size**2)))
