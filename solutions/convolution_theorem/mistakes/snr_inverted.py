"""The SNR itself is added to |H|²: it is 1/SNR, noise over signal; with a high SNR the filter must become 1/H."""

see = "convolution_theorem#the-wiener-filter"


def wiener_filter(transfer, snr):
    transfer, snr = np.asarray(transfer), np.asarray(snr)
    below = np.abs(transfer) ** 2 + snr
    return np.conj(transfer) / np.where(below == 0, np.inf, below)
