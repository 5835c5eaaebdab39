"""Within a simplex you take the value of the nearest corner; weight the values of all its corners barycentrically."""


def linear(points, values, xi):
    points, values, xi = np.asarray(points, float), np.asarray(values), np.asarray(xi, float)
    try:
        mesh = Delaunay(points)
    except QhullError:
        raise ValueError("flat") from None
    queries = np.atleast_2d(xi)
    result = np.full(len(queries), np.nan, dtype=np.result_type(values, float))
    for i, found in enumerate(mesh.find_simplex(queries)):
        if found >= 0:
            chosen = mesh.simplices[found]
            result[i] = _weights(points[chosen], queries[i]) @ values[chosen]
    return result.reshape(xi.shape[:-1])


def _weights(corners, query):
    return np.eye(len(corners))[np.linalg.norm(corners - query, axis=1).argmin()]
