"""The contrast was compared with φ0 instead of 2 φ0, or J1(φ0) was taken for J1(2φ0): the limit comes out twice too large."""
see = "defocus_phase_contrast#where-the-linear-theory-breaks"
_phase_limit_rad = phase_limit_rad


def phase_limit_rad(tolerance):
    return 2 * _phase_limit_rad(tolerance)
