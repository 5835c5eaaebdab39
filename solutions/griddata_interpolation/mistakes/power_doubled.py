"""You raise the squared distance to the power p, which gives weights 1/d²ᵖ; the weight is 1/dᵖ with the distance itself."""

_rooted = inverse_distance


def inverse_distance(points, values, xi, power):
    return _rooted(points, values, xi, 2 * power)
