"""You took phi from R21 / R11 alone: it is 0, but R11 is negative, so phi is π where cos(theta) > 0 and 0 in the other triple."""
see = "rotations#from-a-matrix-to-two-triples"

hand_angles = ((np.pi / 2, np.pi / 6, 0.0), (-np.pi / 2, 5 * np.pi / 6, np.pi))
