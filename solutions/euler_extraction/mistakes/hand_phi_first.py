"""You wrote your angles by hand in the order phi, theta, psi; the order is psi, theta, phi."""
see = "rotations#from-a-matrix-to-two-triples"

hand_angles = ((np.pi, np.pi / 6, np.pi / 2), (0.0, 5 * np.pi / 6, -np.pi / 2))
