"""The scalar part was negated too: the conjugate keeps w."""
see = "quaternions#four-numbers-and-a-half-angle"


def conjugate(q):
    return -np.asarray(q, dtype=float)
