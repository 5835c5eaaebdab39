"""You let only the few nearest points take part; Shepard's sums run over all points."""


def inverse_distance(points, values, xi, power):
    points, values, xi = np.asarray(points, float), np.asarray(values), np.asarray(xi, float)
    distance = np.linalg.norm(xi[..., None, :] - points, axis=-1)
    few = points.shape[1] + 1
    far = distance > np.sort(distance, axis=-1)[..., [min(few, len(points)) - 1]]
    hit = distance == 0
    weights = np.where(hit.any(axis=-1, keepdims=True), hit, np.where(far, 0, 1 / np.where(hit, 1, distance) ** power))
    return weights @ values / weights.sum(axis=-1)
