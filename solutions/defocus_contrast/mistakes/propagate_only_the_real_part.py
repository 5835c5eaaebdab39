"""Only the real part of the wave is returned: |ψ|² needs the imaginary part too."""
see = "defocus_phase_contrast#defocus-turns-the-scattered-beams"
_propagate = propagate


def propagate(wave, pixel_size, voltage, defocus):
    return _propagate(wave, pixel_size, voltage, defocus).real
