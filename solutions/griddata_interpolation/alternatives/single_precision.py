"""Everything in float32 and complex64, with a tolerance to match."""


def _single(values):
    values = np.asarray(values)
    return values.astype(np.complex64 if values.dtype.kind == "c" else np.float32)


def nearest(points, values, xi):
    points, values, xi = _single(points), _single(values), _single(xi)
    return values[np.linalg.norm(xi[..., None, :] - points, axis=-1).argmin(axis=-1)]


def inverse_distance(points, values, xi, power):
    points, values, xi = _single(points), _single(values), _single(xi)
    found = []
    for query in np.atleast_2d(xi):
        distance = np.linalg.norm(points - query, axis=1)
        if np.any(distance == 0):
            found.append(values[distance == 0].mean())
        else:
            weights = distance ** np.float32(-power)
            found.append((weights * values).sum() / weights.sum())
    return np.array(found, dtype=values.dtype).reshape(xi.shape[:-1])


def barycentric(simplex, point):
    simplex, point = _single(simplex), _single(point)
    edges = (simplex[:-1] - simplex[-1]).T
    if np.linalg.det(edges) == 0:
        raise ValueError("flat")
    first = np.linalg.inv(edges) @ (point - simplex[-1])
    return np.append(first, np.float32(1) - first.sum(dtype=np.float32))


def linear(points, values, xi):
    points, values, xi = _single(points), _single(values), _single(xi)
    try:
        simplices = Delaunay(points).simplices
    except QhullError as error:
        raise ValueError(str(error)) from error
    answer = np.full(np.atleast_2d(xi).shape[0], np.nan, dtype=values.dtype)
    for corners in simplices:
        for i, query in enumerate(np.atleast_2d(xi)):
            weights = barycentric(points[corners], query)
            if np.all(weights >= -1e-5):
                answer[i] = (weights * values[corners]).sum()
    return answer[0] if xi.ndim == 1 else answer


def cartesian_between(first, second, fraction):
    return np.complex64(first) + np.float32(fraction) * (np.complex64(second) - np.complex64(first))


def polar_between(first, second, fraction):
    size = (1 - fraction) * abs(first) + fraction * abs(second)
    unit = np.complex64(second / abs(second) / (first / abs(first)))
    return np.complex64(size * first / abs(first) * unit ** np.float32(fraction))
