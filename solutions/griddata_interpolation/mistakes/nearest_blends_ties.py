"""Where several points are equally near you average their values; the nearest-neighbour answer is always one of the given values."""


def nearest(points, values, xi):
    points, values, xi = np.asarray(points, float), np.asarray(values), np.asarray(xi, float)
    distance = np.linalg.norm(xi[..., None, :] - points, axis=-1)
    tied = np.isclose(distance, distance.min(axis=-1, keepdims=True))
    return tied @ values / tied.sum(axis=-1)
