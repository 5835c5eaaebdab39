"""The SNR is averaged over all frequencies: each frequency has its own."""

see = "convolution_theorem#the-wiener-filter"
_wiener = wiener_filter


def wiener_filter(transfer, snr):
    return _wiener(transfer, np.mean(snr))
