"""This is the leading term θ⁴/8 of 1 − cos θ − sin²θ/2: good at 300 kV, not at large angles."""
see = "defocus_phase_contrast#where-the-linear-theory-breaks"
_angle_limit_rad = angle_limit_rad


def angle_limit_rad(voltage, defocus, tolerance_rad):
    if defocus == 0:
        return np.pi / 2
    return min(np.pi / 2, (4 * tolerance_rad * electron_wavelength(voltage) / (np.pi * abs(defocus))) ** 0.25)
