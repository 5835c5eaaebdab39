"""The direct beam is missing: the image of a weak object is 1 plus a small change."""
see = "defocus_phase_contrast#from-the-wave-to-the-image"
_weak_phase_image = weak_phase_image


def weak_phase_image(phase_rad, pixel_size, voltage, defocus):
    return _weak_phase_image(phase_rad, pixel_size, voltage, defocus) - 1
