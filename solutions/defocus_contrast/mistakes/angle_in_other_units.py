"""The angle is in milliradians or degrees: asked are radians."""
see = "defocus_phase_contrast#where-the-linear-theory-breaks"
_angle_limit_rad = angle_limit_rad


def angle_limit_rad(voltage, defocus, tolerance_rad):
    return 1e3 * _angle_limit_rad(voltage, defocus, tolerance_rad)


def agrees(function, arguments, got):
    right = _angle_limit_rad(*arguments) if function == "angle_limit_rad" else np.nan
    return any(np.isclose(got, wrong, rtol=2e-3) for wrong in (1e3 * right, np.rad2deg(right)))
