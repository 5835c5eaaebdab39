"""The atomic number stands where f(0) belongs: electrons screen the nucleus, and f(0) is not proportional to Z."""
see = "defocus_phase_contrast#where-the-potential-comes-from"
_number = {"H": 1, "C": 6, "N": 7, "O": 8, "P": 15, "S": 16, "Fe": 26, "Au": 79}


def mean_inner_potential(composition, density_g_cm3):
    charge = sum(count * _number[element] for element, count in composition.items())
    mass = sum(count * ATOMIC_MASS[element] for element, count in composition.items())
    return POTENTIAL_PER_AMPLITUDE * charge * 0.602214 * density_g_cm3 / mass


gold_potential = mean_inner_potential({"Au": 1}, 19.3)
gold_phase_rad = interaction_constant(300) * 100 * (gold_potential - mean_inner_potential({"H": 2, "O": 1}, 0.93))
