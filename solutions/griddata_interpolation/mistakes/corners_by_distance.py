"""Within a simplex you weight its corners by inverse distance; only barycentric weights reproduce a + b·x."""


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
    return _by_distance(np.linalg.norm(corners - query, axis=1))


def _by_distance(distance):
    weights = (distance == 0).astype(float) if (distance == 0).any() else 1 / distance
    return weights / weights.sum()
