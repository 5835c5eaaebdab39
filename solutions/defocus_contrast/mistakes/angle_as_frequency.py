"""This is the spatial frequency s = sin θ/λ (or the spacing): the angle was asked."""
see = "defocus_phase_contrast#where-the-linear-theory-breaks"
_angle_limit_rad = angle_limit_rad


def angle_limit_rad(voltage, defocus, tolerance_rad):
    return np.sin(_angle_limit_rad(voltage, defocus, tolerance_rad)) / electron_wavelength(voltage)


def agrees(function, arguments, got):
    if function != "angle_limit_rad":
        return False
    frequency, angle = angle_limit_rad(*arguments), _angle_limit_rad(*arguments)
    return any(np.isclose(got, wrong, rtol=2e-3) and not np.isclose(wrong, angle, rtol=2e-3) for wrong in (frequency, 1 / frequency))
