"""You interpolate amplitude and phase, but the phase jumps by 360° and cannot be averaged: interpolate the complex values."""

see = "interpolation#complex-values"
_shepard_cartesian, _linear_cartesian = inverse_distance, linear


def inverse_distance(points, values, xi, power):
    if not np.iscomplexobj(values):
        return _shepard_cartesian(points, values, xi, power)
    amplitude, phase = (_shepard_cartesian(points, part, xi, power) for part in (np.abs(values), np.angle(values)))
    return amplitude * np.exp(1j * phase)


def linear(points, values, xi):
    if not np.iscomplexobj(values):
        return _linear_cartesian(points, values, xi)
    amplitude, phase = (_linear_cartesian(points, part, xi) for part in (np.abs(values), np.angle(values)))
    return amplitude * np.exp(1j * phase)
