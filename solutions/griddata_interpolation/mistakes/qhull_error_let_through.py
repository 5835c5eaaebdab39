"""You let SciPy's QhullError through, which is no ValueError; catch it and raise ValueError for points that span no area or volume."""

_translated = linear


def linear(points, values, xi):
    Delaunay(np.asarray(points, float))
    return _translated(points, values, xi)
