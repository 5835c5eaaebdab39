"""You store the results in a real array and lose the imaginary part; complex values have complex answers."""

see = "interpolation#complex-values"
_nearest_complex, _shepard_complex, _linear_complex = nearest, inverse_distance, linear


def nearest(points, values, xi):
    return np.real(_nearest_complex(points, values, xi))


def inverse_distance(points, values, xi, power):
    return np.real(_shepard_complex(points, values, xi, power))


def linear(points, values, xi):
    return np.real(_linear_complex(points, values, xi))
