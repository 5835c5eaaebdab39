"""Nearly equal rotations are returned as q0, so t has no effect there: the limit is 1 − t and t, normalised."""
see = "quaternions#the-short-way-between-two-rotations"
_slerp = slerp


def slerp(q0, q1, t):
    return np.asarray(q0, dtype=float) if abs(np.dot(q0, q1)) > 0.9995 else _slerp(q0, q1, t)
