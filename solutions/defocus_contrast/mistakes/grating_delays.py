"""The phase has the wrong sign: a positive potential advances the wave, exp(+iφ)."""
see = "defocus_phase_contrast#an-object-that-only-turns-the-arrow"
_phase_grating = phase_grating


def phase_grating(n, pixel_size, spacing, phase_amplitude_rad):
    return _phase_grating(n, pixel_size, spacing, -phase_amplitude_rad)
