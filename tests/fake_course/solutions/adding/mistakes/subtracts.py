"""You subtracted the second array: a − b instead of a + b."""
see = "adding#signs"


def add(a, b):
    return np.asarray(a) - np.asarray(b)
