"""Your polar_between interpolates real and imaginary part; amplitude and phase should change linearly."""

see = "interpolation#complex-values"


def polar_between(first, second, fraction):
    return cartesian_between(first, second, fraction)
