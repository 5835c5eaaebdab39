"""The width is counted from the middle to half height: the full width is twice that."""

see = "convolution#broad-here-narrow-there"

width_of_100 = np.sqrt(2 * np.log(2)) * sigma_of_100
