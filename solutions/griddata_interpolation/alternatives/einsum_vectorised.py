"""No loops: all queries at once with einsum, and SciPy's ready-made affine map of each simplex in place of barycentric."""


def nearest(points, values, xi):
    points, values, xi = np.asarray(points, float), np.asarray(values), np.asarray(xi, float)
    squared = np.einsum("...d,...d", xi, xi)[..., None] - 2 * np.einsum("...d,nd->...n", xi, points) + np.einsum("nd,nd->n", points, points)
    return np.take(values, np.argmin(squared, axis=-1))


def inverse_distance(points, values, xi, power):
    points, values, xi = np.asarray(points, float), np.asarray(values), np.asarray(xi, float)
    with np.errstate(divide="ignore"):
        weights = np.power(np.sum((xi[..., None, :] - points) ** 2, axis=-1), -power / 2)
    hit = np.isinf(weights)
    weights = np.where(hit.any(axis=-1)[..., None], hit, weights)
    return np.einsum("...n,n->...", weights / weights.sum(axis=-1, keepdims=True), values)


def barycentric(simplex, point):
    simplex = np.asarray(simplex, float)
    return np.linalg.solve(np.column_stack([simplex, np.ones(len(simplex))]).T, np.append(np.asarray(point, float), 1.0))


def linear(points, values, xi):
    points, values, xi = np.asarray(points, float), np.asarray(values), np.asarray(xi, float)
    if np.linalg.matrix_rank(points - points[0]) < points.shape[1]:
        raise ValueError("points on a line or in a plane")
    mesh, queries = Delaunay(points), xi.reshape(-1, points.shape[1])
    where = mesh.find_simplex(queries)
    maps = mesh.transform[where]
    first = np.einsum("mij,mj->mi", maps[:, :-1], queries - maps[:, -1])
    weights = np.concatenate([first, 1 - first.sum(axis=1, keepdims=True)], axis=1)
    answer = np.einsum("mj,mj->m", weights, values[mesh.simplices[where]])
    return np.where(where < 0, np.nan, answer).reshape(xi.shape[:-1])
