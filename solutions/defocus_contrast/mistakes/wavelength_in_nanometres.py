"""The wavelength is in nanometres: here lengths are in Å, 1e-10 m."""
see = "defocus_phase_contrast#how-long-the-wave-is"
_electron_wavelength = electron_wavelength


def electron_wavelength(voltage):
    return _electron_wavelength(voltage) / 10
