"""If the difference stays within the tolerance up to 90° there is no root: the answer is then π/2."""
see = "defocus_phase_contrast#where-the-linear-theory-breaks"
_angle_limit_rad = angle_limit_rad


def angle_limit_rad(voltage, defocus, tolerance_rad):
    right = _angle_limit_rad(voltage, defocus, tolerance_rad)
    return right if right < np.pi / 2 else np.nan


def agrees(function, arguments, got):
    return function == "angle_limit_rad" and bool(np.isnan(got)) and _angle_limit_rad(*arguments) == np.pi / 2
