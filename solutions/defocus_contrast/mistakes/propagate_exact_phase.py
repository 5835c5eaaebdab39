"""This has the exact phase (2πΔf/λ)(1 − cos θ): the task asks for Fresnel's γ = πλΔf s²."""
see = "defocus_phase_contrast#defocus-turns-the-scattered-beams"
def propagate(wave, pixel_size, voltage, defocus):
    wave = np.asarray(wave)
    squared = defocus_phase(wave.shape, pixel_size, voltage, 1.0) * electron_wavelength(voltage) / np.pi  # (λ s)²
    turn = 2 * np.pi * defocus / electron_wavelength(voltage) * (1 - np.sqrt(np.maximum(0, 1 - squared)))
    return np.fft.ifftn(np.fft.fftn(wave) * np.exp(1j * turn))
