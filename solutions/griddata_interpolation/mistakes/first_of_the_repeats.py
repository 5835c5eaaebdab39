"""At a position listed several times you return the first value found there; the answer is the mean of all values listed there."""

_mean_there = inverse_distance


def inverse_distance(points, values, xi, power):
    points, values, xi = np.asarray(points, float), np.asarray(values), np.asarray(xi, float)
    distance = np.linalg.norm(xi[..., None, :] - points, axis=-1)
    return np.where(distance.min(axis=-1) == 0, values[distance.argmin(axis=-1)], _mean_there(points, values, xi, power))
