"""Changes the arrays it is given and lies about it by comparing equal; deserves all but the check that looks."""
# deserves: 5
# says: changed its argument number 1 in place
def add(a, b):
    if np.ndim(a) == 0:
        return a + b
    total = np.array(a) + b
    if isinstance(a, np.ndarray):
        a += b
    return total


def scale(vector, factor):
    return [sum([x] * factor) for x in vector]


answer = 120.0
