"""You used psi − phi for both answers; at theta = −π/2 it is psi + phi that is left."""

locked_psi = (0.7, 0.7)
