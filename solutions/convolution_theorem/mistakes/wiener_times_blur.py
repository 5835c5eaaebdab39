"""|H|²/(|H|² + 1/SNR) is what filter and blur do together: the filter alone is that divided by H."""

see = "convolution_theorem#the-wiener-filter"
_wiener = wiener_filter


def wiener_filter(transfer, snr):
    return _wiener(transfer, snr) * np.asarray(transfer)
