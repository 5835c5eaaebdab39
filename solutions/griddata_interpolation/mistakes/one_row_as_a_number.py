"""For queries of shape (1, d) you return a single number; m queries have an answer of shape (m,), also when m is 1."""

see = "interpolation#points-values-and-queries"
_nearest_rows, _shepard_rows, _linear_rows = nearest, inverse_distance, linear


def nearest(points, values, xi):
    return np.squeeze(_nearest_rows(points, values, xi))


def inverse_distance(points, values, xi, power):
    return np.squeeze(_shepard_rows(points, values, xi, power))


def linear(points, values, xi):
    return np.squeeze(_linear_rows(points, values, xi))
