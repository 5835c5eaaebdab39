"""The complement, one minus the transfer, is applied: that is a high-pass filter."""

see = "convolution#broad-here-narrow-there"

def gaussian_transfer(s, sigma):
    return 1 - np.exp(-2 * (np.pi * sigma * np.asarray(s, dtype=float)) ** 2)
