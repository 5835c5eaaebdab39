"""The denominator has |H|, not |H|²: the power of the signal in the image is |H|² times that of the object."""

see = "convolution_theorem#the-wiener-filter"


def wiener_filter(transfer, snr):
    transfer, snr = np.asarray(transfer), np.asarray(snr)
    return snr * np.conj(transfer) / (1 + snr * np.abs(transfer))
