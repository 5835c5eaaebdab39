"""The SNR is squared: it is a ratio of powers already, not of amplitudes."""

see = "convolution_theorem#the-wiener-filter"
_wiener = wiener_filter


def wiener_filter(transfer, snr):
    return _wiener(transfer, np.square(snr))
