"""Cycles per pixel were multiplied by the pixel size: a frequency in 1/Å is cycles per pixel divided by it."""
see = "defocus_phase_contrast#defocus-turns-the-scattered-beams"
_defocus_phase = defocus_phase


def defocus_phase(shape, pixel_size, voltage, defocus):
    return _defocus_phase(shape, 1 / pixel_size, voltage, defocus)
