"""You read the queries with their coordinates in reverse order (y, x); the columns of xi mean the same axes as those of points."""

see = "interpolation#points-values-and-queries"
_nearest_in_order, _shepard_in_order, _linear_in_order = nearest, inverse_distance, linear


def nearest(points, values, xi):
    return _nearest_in_order(points, values, np.asarray(xi)[..., ::-1])


def inverse_distance(points, values, xi, power):
    return _shepard_in_order(points, values, np.asarray(xi)[..., ::-1], power)


def linear(points, values, xi):
    return _linear_in_order(points, values, np.asarray(xi)[..., ::-1])
