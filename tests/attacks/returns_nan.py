"""NaN, infinities, minus zero and truth values where numbers are due; deserves nothing: NaN is not near anything."""
# deserves: 1
# (the point that any function earns which leaves its arguments alone)
# says: returned NaN, expected 3
def add(a, b):
    return np.full(np.shape(a), np.nan)


def scale(vector, factor):
    return np.full(len(vector), -np.inf if factor else np.nan)


answer = float("nan")
