"""Frequency 0 is in the middle, but the transform has it at index 0: no fftshift, or ifftshift before you multiply."""
see = "defocus_phase_contrast#defocus-turns-the-scattered-beams"
_defocus_phase = defocus_phase


def defocus_phase(shape, pixel_size, voltage, defocus):
    return np.fft.fftshift(_defocus_phase(shape, pixel_size, voltage, defocus))
