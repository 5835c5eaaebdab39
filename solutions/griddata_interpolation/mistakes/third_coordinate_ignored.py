"""Only the first two coordinates enter your distances; in 3D the third one counts as well."""

see = "interpolation#nearest-neighbour-and-inverse-distance"
_nearest_with_all, _shepard_with_all = nearest, inverse_distance


def nearest(points, values, xi):
    return _nearest_with_all(np.asarray(points)[:, :2], values, np.asarray(xi)[..., :2])


def inverse_distance(points, values, xi, power):
    return _shepard_with_all(np.asarray(points)[:, :2], values, np.asarray(xi)[..., :2], power)
