"""You added the factor to each element instead of adding the vector that many times."""


def scale(vector, factor):
    return np.asarray(vector, dtype=float) + factor
