"""In your second triple only theta has changed; with π − theta the cosine turns its sign, and psi and phi both move by π."""
see = "rotations#from-a-matrix-to-two-triples"

hand_angles = ((np.pi / 2, np.pi / 6, np.pi), (np.pi / 2, 5 * np.pi / 6, np.pi))
