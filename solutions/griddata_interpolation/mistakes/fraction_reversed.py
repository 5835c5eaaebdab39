"""You count the fraction from the wrong end: at fraction 0 the answer is first, at fraction 1 it is second."""

see = "interpolation#complex-values"
_cartesian_forward, _polar_forward = cartesian_between, polar_between


def cartesian_between(first, second, fraction):
    return _cartesian_forward(first, second, 1 - fraction)


def polar_between(first, second, fraction):
    return _polar_forward(first, second, 1 - fraction)
