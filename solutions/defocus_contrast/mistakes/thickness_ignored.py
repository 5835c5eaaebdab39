"""The thickness has no influence: average sin²γ over the heights."""
see = "defocus_phase_contrast#thon-rings"
_thick_layer_power = thick_layer_power


def thick_layer_power(spatial_frequency, voltage, defocus, thickness):
    return _thick_layer_power(spatial_frequency, voltage, defocus, 0.0)
