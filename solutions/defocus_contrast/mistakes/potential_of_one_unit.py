"""The density is missing, or the mass: the integral over one unit is divided by the volume that it takes up, mass over density."""
see = "defocus_phase_contrast#where-the-potential-comes-from"
def mean_inner_potential(composition, density_g_cm3):
    return POTENTIAL_PER_AMPLITUDE * sum(count * FORWARD_AMPLITUDE[element] for element, count in composition.items())


def agrees(function, arguments, got):
    if function != "mean_inner_potential":
        return False
    composition, density = arguments
    integral = mean_inner_potential(composition, density)
    mass = sum(count * ATOMIC_MASS[element] for element, count in composition.items())
    wrong = [integral, integral * density, integral / mass, integral * 0.602214 * density, integral * 0.602214 / mass]
    return any(np.isclose(got, w, rtol=1e-3) and not np.isclose(w, integral * 0.602214 * density / mass, rtol=1e-3) for w in wrong)
