"""The heights go from −t to +t: a layer of thickness t ends at ±t/2."""
see = "defocus_phase_contrast#thon-rings"
_thick_layer_power = thick_layer_power


def thick_layer_power(spatial_frequency, voltage, defocus, thickness):
    return _thick_layer_power(spatial_frequency, voltage, defocus, 2 * thickness)
