"""q1 was negated but its dot product was not: the angle is that of the long way."""
see = "quaternions#the-short-way-between-two-rotations"


def slerp(q0, q1, t):
    q0, q1 = np.asarray(q0, dtype=float), np.asarray(q1, dtype=float)
    cosine = np.dot(q0, q1)
    if cosine < 0:
        q1 = -q1
    if cosine > 0.9995:
        q = (1 - t) * q0 + t * q1
        return q / np.linalg.norm(q)
    angle = np.arccos(cosine)
    return (np.sin((1 - t) * angle) * q0 + np.sin(t * angle) * q1) / np.sin(angle)
