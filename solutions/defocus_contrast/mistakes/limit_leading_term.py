"""This is the leading term √(2·tolerance): from a few per cent on, the next terms count."""
see = "defocus_phase_contrast#where-the-linear-theory-breaks"
def phase_limit_rad(tolerance):
    return np.sqrt(2 * tolerance)
