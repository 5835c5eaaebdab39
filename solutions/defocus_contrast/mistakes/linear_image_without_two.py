"""The factor 2 is missing: both cross terms of ψψ* contribute, and the filter is −2 sin γ."""
see = "defocus_phase_contrast#from-the-wave-to-the-image"
_weak_phase_image = weak_phase_image


def weak_phase_image(phase_rad, pixel_size, voltage, defocus):
    return (1 + _weak_phase_image(phase_rad, pixel_size, voltage, defocus)) / 2
