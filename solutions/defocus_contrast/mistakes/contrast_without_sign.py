"""The sign is lost: the contrast is negative where the line at x = 0 is dark."""
see = "defocus_phase_contrast#from-the-wave-to-the-image"
_contrast = contrast


def contrast(image, pixel_size, spacing):
    return abs(_contrast(image, pixel_size, spacing))
