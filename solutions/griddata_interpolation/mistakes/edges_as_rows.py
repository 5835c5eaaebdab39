"""You put the edges into the rows of the matrix; in the equations for the weights each edge is a column."""

see = "interpolation#barycentric-weights"


def barycentric(simplex, point):
    simplex, point = np.asarray(simplex, float), np.asarray(point, float)
    rest = np.linalg.solve(simplex[1:] - simplex[0], point - simplex[0])
    return np.array([1 - rest.sum(), *rest])
