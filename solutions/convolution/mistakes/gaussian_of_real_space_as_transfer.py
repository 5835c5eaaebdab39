"""The Gaussian of real space is used in Fourier space with the same σ, exp(-s²/2σ²): broad in one is narrow in the other."""

see = "convolution#broad-here-narrow-there"

def gaussian_transfer(s, sigma):
    return np.exp(-0.5 * (np.asarray(s, dtype=float) / max(sigma, 1e-12)) ** 2)
