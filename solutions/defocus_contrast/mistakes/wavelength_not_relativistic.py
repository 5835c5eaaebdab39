"""The wavelength is the non-relativistic one, 0.0388, 0.0274, 0.0224 Å: the momentum at 300 kV is a seventh larger."""
see = "defocus_phase_contrast#how-long-the-wave-is"
def electron_wavelength(voltage):
    energy = ELEMENTARY_CHARGE * 1e3 * np.asarray(voltage, dtype=float)
    return 1e10 * PLANCK / np.sqrt(2 * ELECTRON_MASS * energy)
