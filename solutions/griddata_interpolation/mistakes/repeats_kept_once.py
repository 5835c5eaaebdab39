"""You keep one value for each position (the last in the list); a position listed twice counts twice, and at it the answer is the mean."""

_every_row_counts = inverse_distance


def inverse_distance(points, values, xi, power):
    last = {tuple(point): value for point, value in zip(np.asarray(points, float).tolist(), np.asarray(values).tolist(), strict=True)}
    return _every_row_counts(list(last), list(last.values()), xi, power)
