"""You took the square root twice, which gives weights 1/dᵖᐟ²; the weight is 1/dᵖ with the distance itself."""

_rooted_once = inverse_distance


def inverse_distance(points, values, xi, power):
    return _rooted_once(points, values, xi, power / 2)
