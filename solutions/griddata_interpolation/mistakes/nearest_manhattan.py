"""You add absolute coordinate differences (Manhattan distance); "nearest" means the smallest Euclidean distance."""


def nearest(points, values, xi):
    points, values, xi = np.asarray(points, float), np.asarray(values), np.asarray(xi, float)
    return values[np.abs(xi[..., None, :] - points).sum(axis=-1).argmin(axis=-1)]
