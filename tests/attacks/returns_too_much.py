"""Returns an array far larger than any answer, then one just above the limit; deserves nothing."""
# deserves: 0
# says: an array of 763 MiB
def add(a, b):
    return np.broadcast_to(np.zeros(1), 10**8)


def scale(vector, factor):
    return np.zeros(2**18)
