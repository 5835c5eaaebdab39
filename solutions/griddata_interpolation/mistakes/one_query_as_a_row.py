"""For one query of shape (d,) you return an array of shape (1,); its answer is a single number, of shape ()."""

see = "interpolation#points-values-and-queries"
_nearest_any, _shepard_any, _linear_any = nearest, inverse_distance, linear


def nearest(points, values, xi):
    return _nearest_any(points, values, np.atleast_2d(xi))


def inverse_distance(points, values, xi, power):
    return _shepard_any(points, values, np.atleast_2d(xi), power)


def linear(points, values, xi):
    return _linear_any(points, values, np.atleast_2d(xi))
