"""The factor 2 is missing: the mean of cos² is 1/2."""
see = "defocus_phase_contrast#from-the-wave-to-the-image"
_contrast = contrast


def contrast(image, pixel_size, spacing):
    return _contrast(image, pixel_size, spacing) / 2
