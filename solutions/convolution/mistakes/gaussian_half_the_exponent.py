"""The exponent is half as large as it should be: that is the square root of the transfer, exp(-π²σ²s²)."""

see = "convolution#broad-here-narrow-there"

_gaussian_transfer = gaussian_transfer


def gaussian_transfer(s, sigma):
    return np.sqrt(_gaussian_transfer(s, sigma))
