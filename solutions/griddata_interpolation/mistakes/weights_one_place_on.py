"""You give each weight to the vertex before its own; weight j, which is 1 at vertex j, belongs to row j of the simplex."""

see = "interpolation#barycentric-weights"
_in_place = barycentric


def barycentric(simplex, point):
    return np.roll(_in_place(simplex, point), -1)
