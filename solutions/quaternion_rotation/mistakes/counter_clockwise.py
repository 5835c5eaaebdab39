"""This turns counter-clockwise, (1, 0, 0) to (0, 1, 0): a clockwise turn has a negative angle."""
see = "quaternions#four-numbers-and-a-half-angle"
clockwise_turn = (np.sqrt(0.5), 0.0, 0.0, np.sqrt(0.5))
