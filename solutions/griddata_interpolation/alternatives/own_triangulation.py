"""A Delaunay triangulation of its own: every simplex whose circumscribed sphere holds no other point, found by trying all of them."""

import itertools


def _empty_spheres(points):
    points = np.unique(points, axis=0)
    for corners in itertools.combinations(range(len(points)), points.shape[1] + 1):
        vertices = points[list(corners)]
        edges = vertices[1:] - vertices[0]
        if abs(np.linalg.det(edges)) < 1e-9:
            continue
        centre = np.linalg.solve(2 * edges, (vertices[1:] ** 2).sum(axis=1) - (vertices[0] ** 2).sum())
        squared = ((points - centre) ** 2).sum(axis=1)
        if squared.min() >= ((vertices[0] - centre) ** 2).sum() - 1e-9:
            yield vertices


def linear(points, values, xi):
    points, values, xi = np.asarray(points, float), np.asarray(values), np.asarray(xi, float)
    simplices = list(_empty_spheres(points))
    if not simplices:
        raise ValueError("no simplex has a volume")
    answers = np.full(len(np.atleast_2d(xi)), np.nan) * values[0]
    for vertices in simplices:
        there = [int(np.flatnonzero((points == vertex).all(axis=1))[0]) for vertex in vertices]
        for i, query in enumerate(np.atleast_2d(xi)):
            weights = barycentric(vertices, query)
            if weights.min() > -1e-9:
                answers[i] = weights @ values[there]
    return answers if xi.ndim == 2 else answers[0]
