"""Samples are interpolated linearly between neighbours: that moves the signal and blurs it; a phase ramp does not blur."""

see = "fourier_transform#a-fraction-of-a-pixel"


def shift(samples, pixel_size, distance):
    samples = np.asarray(samples)
    return np.interp(np.arange(len(samples)) - distance / pixel_size, np.arange(len(samples)), samples, period=len(samples))
