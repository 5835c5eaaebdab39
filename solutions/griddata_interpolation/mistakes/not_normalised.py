"""You add up wᵢ fᵢ but do not divide by the sum of the weights."""

_normalised = inverse_distance


def inverse_distance(points, values, xi, power):
    points, values, xi = np.asarray(points, float), np.asarray(values), np.asarray(xi, float)
    distance = np.linalg.norm(xi[..., None, :] - points, axis=-1)
    total = np.where(distance == 0, 0, 1 / np.where(distance == 0, 1, distance) ** power) @ values
    return np.where((distance == 0).any(axis=-1), _normalised(points, values, xi, power), total)
