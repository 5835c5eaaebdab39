"""The transfer is exp(-σ²s²/2): with s in cycles, 2πs stands where an angular frequency would, so (2π)² is missing."""

see = "convolution#broad-here-narrow-there"

def gaussian_transfer(s, sigma):
    return np.exp(-0.5 * (sigma * np.asarray(s, dtype=float)) ** 2)
