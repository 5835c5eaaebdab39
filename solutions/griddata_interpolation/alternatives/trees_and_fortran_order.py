"""A k-d tree for the first two methods, points in Fortran order, results as tuples, weights by least squares, one a + b·x per simplex."""

from scipy.spatial import KDTree


def nearest(points, values, xi):
    _, index = KDTree(np.asfortranarray(points, dtype=float)).query(np.asarray(xi, float))
    return np.asarray(values)[index]


def inverse_distance(points, values, xi, power):
    points, values, xi = np.asfortranarray(points, dtype=float), np.asarray(values), np.asfortranarray(xi, dtype=float)
    n = len(points)
    distance, index = KDTree(points).query(np.atleast_2d(xi), k=range(1, n + 1))
    answers = []
    for d, order in zip(distance, index, strict=True):
        zeros = int((d == 0).sum())
        answers.append(values[order[:zeros]].mean() if zeros else np.average(values[order], weights=(d / d.min()) ** -power))
    return tuple(answers) if xi.ndim == 2 else answers[0]


def barycentric(simplex, point):
    system = np.asfortranarray(np.vstack([np.transpose(simplex), np.ones(len(simplex))]), dtype=float)
    if np.linalg.matrix_rank(system) < len(system):
        raise ValueError("flat")
    return tuple(np.linalg.lstsq(system, np.append(np.asarray(point, float), 1), rcond=None)[0])


def linear(points, values, xi):
    points, values, xi = np.asfortranarray(points, dtype=float), np.asarray(values), np.asfortranarray(xi, dtype=float)
    try:
        mesh = Delaunay(points, qhull_options="Qbb Qc Qz Q12 Qt")
    except QhullError:
        raise ValueError("flat") from None
    slopes = {}
    answers = []
    for query in np.atleast_2d(xi):
        where = int(mesh.find_simplex(query))
        if where < 0:
            answers.append(np.nan)
            continue
        if where not in slopes:  # the affine function a + b·x of this simplex
            corners = mesh.simplices[where]
            slopes[where] = np.linalg.solve(np.column_stack([np.ones(len(corners)), points[corners]]), values[corners])
        answers.append(slopes[where][0] + query @ slopes[where][1:])
    return tuple(answers) if xi.ndim == 2 else answers[0]
