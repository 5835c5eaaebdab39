"""The SNR is taken for that of the blurred image, 1/H · SNR/(SNR + 1): it is that of the sharp one, and |H|² reduces it."""

see = "convolution_theorem#the-wiener-filter"


def wiener_filter(transfer, snr):
    transfer, snr = np.asarray(transfer), np.asarray(snr)
    empty = transfer == 0
    return np.where(empty, 0, snr / (snr + 1) / np.where(empty, 1, transfer))
