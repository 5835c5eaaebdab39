"""Each element was counted once: an atom that occurs twice in the formula adds twice to the potential and to the mass."""
see = "defocus_phase_contrast#where-the-potential-comes-from"
_mean_inner_potential = mean_inner_potential


def mean_inner_potential(composition, density_g_cm3):
    return _mean_inner_potential(dict.fromkeys(composition, 1), density_g_cm3)
