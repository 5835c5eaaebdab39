"""A negative defocus gives no angle: the difference of the phases counts without its sign."""
see = "defocus_phase_contrast#where-the-linear-theory-breaks"
_angle_limit_rad = angle_limit_rad


def angle_limit_rad(voltage, defocus, tolerance_rad):
    return _angle_limit_rad(voltage, defocus, tolerance_rad) if defocus > 0 else np.pi / 2


def agrees(function, arguments, got):
    return function == "angle_limit_rad" and arguments[1] < 0 and (
        bool(np.isnan(got)) or bool(abs(got - np.pi / 2) < 1e-3 < np.pi / 2 - _angle_limit_rad(*arguments)))
