"""The error was taken from the wave, |exp(iφ) − 1 − iφ|, about φ/2 of φ: the contrast of the image is off by about φ²/2 only."""
see = "defocus_phase_contrast#where-the-linear-theory-breaks"
def phase_limit_rad(tolerance):
    return 2 * tolerance
