"""The result is in electrons: divide by the mean of the image."""
see = "defocus_phase_contrast#from-the-wave-to-the-image"
_contrast = contrast


def contrast(image, pixel_size, spacing):
    return _contrast(image, pixel_size, spacing) * np.mean(image)
