"""The image is |ψ|: a camera counts electrons, whose density is |ψ|²."""
see = "defocus_phase_contrast#from-the-wave-to-the-image"
_defocus_image = defocus_image


def defocus_image(wave, pixel_size, voltage, defocus):
    return np.abs(propagate(wave, pixel_size, voltage, defocus))
