"""A root or a square is missing: B goes with the square of sigma."""

see = "convolution#broad-here-narrow-there"

sigma_of_100 = 100 / (8 * np.pi**2)
b_of_2 = 8 * np.pi**2 * 2
