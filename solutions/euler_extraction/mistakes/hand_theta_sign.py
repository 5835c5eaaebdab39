"""Your theta has the wrong sign: the entry at the bottom left is −sin(theta), so sin(theta) = +1/2 here."""
see = "rotations#from-a-matrix-to-two-triples"

hand_angles = ((np.pi / 2, -np.pi / 6, np.pi), (-np.pi / 2, -5 * np.pi / 6, 0.0))
