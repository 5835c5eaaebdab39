"""γ is twice too large, 2πλΔf s²: 1 − cos θ is half of θ², which leaves π."""
see = "defocus_phase_contrast#defocus-turns-the-scattered-beams"
_defocus_phase = defocus_phase


def defocus_phase(shape, pixel_size, voltage, defocus):
    return 2 * _defocus_phase(shape, pixel_size, voltage, defocus)


first_maximum, first_zero, revival = first_maximum / 2, first_zero / 2, revival / 2
missing_spacings = [np.sqrt(2) * spacing for spacing in missing_spacings]
