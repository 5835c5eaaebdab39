"""You measure the distance by the largest coordinate difference alone (Chebyshev); "nearest" means the smallest Euclidean distance."""


def nearest(points, values, xi):
    points, values, xi = np.asarray(points, float), np.asarray(values), np.asarray(xi, float)
    return values[np.abs(xi[..., None, :] - points).max(axis=-1).argmin(axis=-1)]
