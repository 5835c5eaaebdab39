"""This is |1 + iφ exp(iγ)|² with its square kept: the linear image drops the term of second order."""
see = "defocus_phase_contrast#from-the-wave-to-the-image"
def weak_phase_image(phase_rad, pixel_size, voltage, defocus):
    return np.abs(propagate(1 + 1j * np.asarray(phase_rad), pixel_size, voltage, defocus)) ** 2
