"""sin γ was averaged and then squared: atoms at different heights are independent, so their powers add."""
see = "defocus_phase_contrast#thon-rings"
def thick_layer_power(spatial_frequency, voltage, defocus, thickness):
    turns = electron_wavelength(voltage) * np.asarray(spatial_frequency, dtype=float) ** 2
    return (np.sin(np.pi * turns * defocus) * np.sinc(turns * thickness / 2)) ** 2
