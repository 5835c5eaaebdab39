"""The cosine begins at the first sample: position 0 is at index n // 2."""
see = "defocus_phase_contrast#from-the-wave-to-the-image"
def contrast(image, pixel_size, spacing):
    image = np.asarray(image, dtype=float)
    return 2 * np.mean(image * np.cos(2 * np.pi * np.arange(image.size) * pixel_size / spacing)) / np.mean(image)
