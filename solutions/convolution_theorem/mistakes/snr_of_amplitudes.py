"""The root of the SNR is taken: it is a ratio of powers, of variances, already."""

see = "convolution_theorem#the-wiener-filter"
_wiener = wiener_filter


def wiener_filter(transfer, snr):
    return _wiener(transfer, np.sqrt(snr))
