"""The factor π is missing from γ = πλΔf s²."""
see = "defocus_phase_contrast#defocus-turns-the-scattered-beams"
_defocus_phase = defocus_phase


def defocus_phase(shape, pixel_size, voltage, defocus):
    return _defocus_phase(shape, pixel_size, voltage, defocus) / np.pi
