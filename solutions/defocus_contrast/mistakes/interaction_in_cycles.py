"""The factor 2π is missing: this counts whole turns, and the phase is asked in radians."""
see = "defocus_phase_contrast#an-object-that-only-turns-the-arrow"
_interaction_constant = interaction_constant


def interaction_constant(voltage):
    return _interaction_constant(voltage) / (2 * np.pi)
