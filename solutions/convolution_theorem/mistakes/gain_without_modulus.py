"""H is squared without its modulus: for a complex H, H² has a phase, and the powers cancel."""

see = "convolution_theorem#deconvolution-and-why-it-blows-up"


def noise_gain(transfer):
    square = np.asarray(transfer) ** 2
    return np.inf if np.any(square == 0) else float(np.sqrt(np.abs(np.mean(1 / square))))
