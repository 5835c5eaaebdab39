"""You use absolute areas, which makes all weights positive; outside the simplex a weight is negative."""

see = "interpolation#barycentric-weights"
_signed = barycentric


def barycentric(simplex, point):
    return np.abs(_signed(simplex, point))
