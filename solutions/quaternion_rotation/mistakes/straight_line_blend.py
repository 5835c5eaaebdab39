"""It blends q0 and q1 along a straight line and normalises: the path is right, but the speed is not constant; the weights are sines."""
see = "quaternions#the-short-way-between-two-rotations"


def slerp(q0, q1, t):
    q0, q1 = np.asarray(q0, dtype=float), np.asarray(q1, dtype=float)
    q = (1 - t) * q0 + t * (q1 if np.dot(q0, q1) >= 0 else -q1)
    return q / np.linalg.norm(q)
