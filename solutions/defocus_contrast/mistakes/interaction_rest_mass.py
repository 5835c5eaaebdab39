"""The mass is that of an electron at rest; a moving one has the mass m (1 + eV/(mc²))."""
see = "defocus_phase_contrast#an-object-that-only-turns-the-arrow"
_interaction_constant = interaction_constant


def interaction_constant(voltage):
    energy = ELEMENTARY_CHARGE * 1e3 * np.asarray(voltage, dtype=float)
    return _interaction_constant(voltage) / (1 + energy / (ELECTRON_MASS * LIGHT_SPEED**2))
