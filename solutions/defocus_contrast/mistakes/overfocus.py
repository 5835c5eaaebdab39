"""The sign of the defocus is turned round: positive is underfocus, where the wave is multiplied by exp(+iγ) and the CTF is −sin γ."""
see = "defocus_phase_contrast#defocus-turns-the-scattered-beams"
_defocus_phase, _propagate, _defocus_image, _weak_phase_image = defocus_phase, propagate, defocus_image, weak_phase_image


def defocus_phase(shape, pixel_size, voltage, defocus):
    return _defocus_phase(shape, pixel_size, voltage, -defocus)
