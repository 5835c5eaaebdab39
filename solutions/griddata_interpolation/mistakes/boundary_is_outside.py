"""You treat the hull's boundary and corners as outside; they are inside (allow weights down to about −1e−9 for round-off)."""

_boundary_inside = linear


def linear(points, values, xi):
    result = _boundary_inside(points, values, xi)
    points, queries = np.asarray(points, float), np.atleast_2d(np.asarray(xi, float))
    mesh = Delaunay(points)
    inside = [any((barycentric(points[corners], query) > 1e-12).all() for corners in mesh.simplices) or not _on_the_hull(mesh, query)
              for query in queries]
    return np.where(np.reshape(inside, np.shape(result)), result, np.nan)


def _on_the_hull(mesh, query):
    pairs = zip(mesh.simplices, mesh.neighbors, strict=True)
    weights = [(barycentric(mesh.points[corners], query), beyond) for corners, beyond in pairs]
    return any((w > -1e-9).all() and ((w < 1e-12) & (n < 0)).any() for w, n in weights)
