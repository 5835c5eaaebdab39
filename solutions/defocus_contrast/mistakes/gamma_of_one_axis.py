"""Only the frequency along the rows is used: in two dimensions s² is the sum of both squares."""
see = "defocus_phase_contrast#defocus-turns-the-scattered-beams"
_defocus_phase, _propagate, _weak_phase_image = defocus_phase, propagate, weak_phase_image


def defocus_phase(shape, pixel_size, voltage, defocus):
    return np.broadcast_to(_defocus_phase(shape[-1:], pixel_size, voltage, defocus), shape)
