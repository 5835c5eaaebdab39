"""You weight the vertices by their inverse distances; barycentric weights are the ones that reproduce the point, Σ λⱼ vⱼ = x."""

see = "interpolation#barycentric-weights"
_true_weights = barycentric


def barycentric(simplex, point):
    _true_weights(simplex, point)
    distance = np.linalg.norm(np.asarray(simplex, float) - point, axis=1)
    weights = (distance == 0).astype(float) if (distance == 0).any() else 1 / distance
    return weights / weights.sum()
