"""The two bumps are multiplied: that is the misprint; their difference is asked for."""

see = "convolution#two-copies-make-fringes"

def difference_transform(u):
    return np.exp(-8 * np.pi - np.pi * np.asarray(u, dtype=float) ** 2 / 2) / np.sqrt(2)
