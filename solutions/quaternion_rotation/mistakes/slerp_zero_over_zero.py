"""Between (nearly) equal rotations it divides zero by zero, or takes the arccos of more than 1; the limit is a straight line."""
see = "quaternions#the-short-way-between-two-rotations"


def slerp(q0, q1, t):
    q0, q1 = np.asarray(q0, dtype=float), np.asarray(q1, dtype=float)
    cosine = np.dot(q0, q1)
    if cosine < 0:
        q1, cosine = -q1, -cosine
    with np.errstate(all="ignore"):
        angle = np.arccos(cosine)
        return (np.sin((1 - t) * angle) * q0 + np.sin(t * angle) * q1) / np.sin(angle)


def agrees(function, arguments, got):
    return function == "slerp" and bool(np.isnan(np.asarray(got, dtype=float)).any())
