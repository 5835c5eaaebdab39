"""Your two triples by hand are one and the same; the second has π − theta for theta, and psi and phi moved by π."""
see = "rotations#from-a-matrix-to-two-triples"

hand_angles = ((np.pi / 2, np.pi / 6, np.pi), (np.pi / 2, np.pi / 6, np.pi))
