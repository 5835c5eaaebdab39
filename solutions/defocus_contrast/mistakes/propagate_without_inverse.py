"""The transform of the wave is returned: go back with the inverse transform."""
see = "defocus_phase_contrast#defocus-turns-the-scattered-beams"
_propagate = propagate


def propagate(wave, pixel_size, voltage, defocus):
    return np.fft.fftn(_propagate(wave, pixel_size, voltage, defocus))
