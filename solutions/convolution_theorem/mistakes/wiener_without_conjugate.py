"""The numerator is H, not its conjugate: then the phase of the blur is doubled instead of undone."""

see = "convolution_theorem#the-wiener-filter"
_wiener = wiener_filter


def wiener_filter(transfer, snr):
    return np.conj(_wiener(transfer, snr))
