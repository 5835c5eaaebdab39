"""The frequency is in cycles per pixel: divide it by the pixel size."""
see = "defocus_phase_contrast#defocus-turns-the-scattered-beams"
_defocus_phase = defocus_phase


def defocus_phase(shape, pixel_size, voltage, defocus):
    return _defocus_phase(shape, 1, voltage, defocus)
