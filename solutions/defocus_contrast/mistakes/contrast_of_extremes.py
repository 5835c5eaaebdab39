"""The contrast is (max − min)/(max + min), which counts all harmonics and noise and has no sign."""
see = "defocus_phase_contrast#from-the-wave-to-the-image"
def contrast(image, pixel_size, spacing):
    image = np.asarray(image, dtype=float)
    return (image.max() - image.min()) / (image.max() + image.min())
