"""Your angles by hand are in degrees; write them in radians."""
see = "rotations#from-a-matrix-to-two-triples"

hand_angles = ((90.0, 30.0, 180.0), (-90.0, 150.0, 0.0))
