"""It goes the long way round when the dot product of q0 and q1 is negative: then −q1, the same rotation, is nearer."""
see = "quaternions#the-short-way-between-two-rotations"


def slerp(q0, q1, t):
    q0, q1 = np.asarray(q0, dtype=float), np.asarray(q1, dtype=float)
    angle = np.arccos(np.clip(np.dot(q0, q1), -1, 1))
    if np.sin(angle) < 1e-6:
        return q0
    return (np.sin((1 - t) * angle) * q0 + np.sin(t * angle) * q1) / np.sin(angle)
