"""You put the left-over weight (1 minus the others) first, where it does not belong; weight j belongs to row j of the simplex."""

see = "interpolation#barycentric-weights"
_ordered = barycentric


def barycentric(simplex, point):
    return np.roll(_ordered(simplex, point), 1)
