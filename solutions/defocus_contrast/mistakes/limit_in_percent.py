"""The tolerance was taken as a percentage: it is a fraction."""
see = "defocus_phase_contrast#where-the-linear-theory-breaks"
_phase_limit_rad = phase_limit_rad


def phase_limit_rad(tolerance):
    return _phase_limit_rad(tolerance / 100)
