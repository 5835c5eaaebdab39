"""You weight by dᵖ, so that far points count most; the weight is 1/dᵖ."""

_near_counts_most = inverse_distance


def inverse_distance(points, values, xi, power):
    return _near_counts_most(points, values, xi, -power)
