"""The heights go from 0 to t: the defocus is that of the middle of the layer."""
see = "defocus_phase_contrast#thon-rings"
_thick_layer_power = thick_layer_power


def thick_layer_power(spatial_frequency, voltage, defocus, thickness):
    return _thick_layer_power(spatial_frequency, voltage, defocus + thickness / 2, thickness)
