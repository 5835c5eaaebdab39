"""The voltage was taken as volts: it comes in kV."""
see = "defocus_phase_contrast#how-long-the-wave-is"
_electron_wavelength = electron_wavelength


def electron_wavelength(voltage):
    return _electron_wavelength(np.asarray(voltage, dtype=float) / 1e3)
