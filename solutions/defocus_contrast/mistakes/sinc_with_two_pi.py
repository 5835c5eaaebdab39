"""NumPy's sinc(x) is sin(πx)/(πx): the π is already in it."""
see = "defocus_phase_contrast#thon-rings"
def thick_layer_power(spatial_frequency, voltage, defocus, thickness):
    turns = electron_wavelength(voltage) * np.asarray(spatial_frequency, dtype=float) ** 2
    return (1 - np.cos(2 * np.pi * turns * defocus) * np.sinc(np.pi * turns * thickness)) / 2
