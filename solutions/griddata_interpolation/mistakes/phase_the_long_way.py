"""You average the phases as plain numbers, the long way round at ±180°; from first to second is an angle within ±180°."""

see = "interpolation#complex-values"


def polar_between(first, second, fraction):
    amplitude = (1 - fraction) * np.abs(first) + fraction * np.abs(second)
    phase = (1 - fraction) * np.angle(first) + fraction * np.angle(second)
    return amplitude * np.exp(1j * phase)
