"""For a flat simplex you return some weights (least squares, or a division by a tiny number); it has none: raise ValueError."""

see = "interpolation#barycentric-weights"


def barycentric(simplex, point):
    simplex, point = np.asarray(simplex, float), np.asarray(point, float)
    system = np.vstack([simplex.T, np.ones(len(simplex))])
    return np.linalg.lstsq(system, np.append(point, 1.0), rcond=None)[0]
