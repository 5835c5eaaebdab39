"""γ grows with s, not with s²: it is the path difference of a tilted wave, which grows with the square of the angle."""
see = "defocus_phase_contrast#defocus-turns-the-scattered-beams"
_defocus_phase = defocus_phase


def defocus_phase(shape, pixel_size, voltage, defocus):
    axes = np.meshgrid(*(np.fft.fftfreq(n, pixel_size) for n in shape), indexing="ij")
    return np.pi * electron_wavelength(voltage) * defocus * np.sqrt(sum(s**2 for s in axes))
