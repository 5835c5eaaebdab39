"""The correction is 1 + eV/(mc²); beside 2 m e V it is 1 + eV/(2mc²)."""
see = "defocus_phase_contrast#how-long-the-wave-is"
def electron_wavelength(voltage):
    energy = ELEMENTARY_CHARGE * 1e3 * np.asarray(voltage, dtype=float)
    return 1e10 * PLANCK / np.sqrt(2 * ELECTRON_MASS * energy * (1 + energy / (ELECTRON_MASS * LIGHT_SPEED**2)))
