"""These are degrees; radians are asked."""
see = "rotations#from-a-matrix-to-two-triples"

hand_angles = ((90.0, 30.0, 180.0), (-90.0, 150.0, 0.0))


def agrees(function, arguments, got):
    """Either order, and full turns more or less."""
    if function != "hand_angles":
        return False
    turns = np.exp(1j * np.deg2rad(np.asarray(got, dtype=float)))
    right = np.exp(1j * np.deg2rad(hand_angles))
    return any(turns.shape == (2, 3) and np.allclose(turns, either, rtol=0, atol=2e-3) for either in (right, right[::-1]))
