"""The envelope is taken as exp(-B s²/2): the house has exp(-B s²/4)."""

see = "convolution#broad-here-narrow-there"

sigma_of_100 = np.sqrt(100 / (4 * np.pi**2))
width_of_100 = 2 * np.sqrt(2 * np.log(2)) * sigma_of_100
transfer_at_4 = np.exp(-100 / 4**2 / 2)
b_of_2 = 4 * np.pi**2 * 2**2
