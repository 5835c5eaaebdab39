"""This is the phase of gold in vacuum: the bead displaces ice, whose phase is missing behind it."""
see = "defocus_phase_contrast#where-the-potential-comes-from"
gold_phase_rad = interaction_constant(300) * 100 * gold_potential
