"""The weights are right, but they meet the corners' values in another order; weight j goes with the value at vertex j."""

_matched = linear


def linear(points, values, xi):
    points, values, xi = np.asarray(points, float), np.asarray(values), np.asarray(xi, float)
    _matched(points, values, xi)
    mesh, queries = Delaunay(points), np.atleast_2d(xi)
    result = np.full(len(queries), np.nan, dtype=np.result_type(values, float))
    for i, found in enumerate(mesh.find_simplex(queries)):
        if found >= 0:
            corners = mesh.simplices[found]
            result[i] = np.roll(barycentric(points[corners], queries[i]), 1) @ values[corners]
    return result.reshape(xi.shape[:-1])
