"""You took psi + phi for what is left at theta = +π/2 and psi − phi at theta = −π/2; it is the other way round."""

locked_psi = (-0.3, 0.7)
