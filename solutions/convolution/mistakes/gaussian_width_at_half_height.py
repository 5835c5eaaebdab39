"""sigma is taken for the full width at half maximum: that is 2.355 times the standard deviation."""

see = "convolution#broad-here-narrow-there"

_gaussian_transfer = gaussian_transfer


def gaussian_transfer(s, sigma):
    return _gaussian_transfer(s, sigma / np.sqrt(8 * np.log(2)))
