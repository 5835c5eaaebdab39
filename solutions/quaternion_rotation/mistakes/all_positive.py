"""All four numbers are positive: only a sixteenth of the sphere (an eighth of the rotations) can occur, and the mean matrix is not zero."""
see = "quaternions#draw-rotations-at-random"


def random_rotations(n, seed):
    q = np.random.default_rng(seed).random((n, 4))
    return q / np.linalg.norm(q, axis=1, keepdims=True)


def agrees(function, arguments, got):
    return function == "random_rotations" and len(got) > 1000 and bool((np.asarray(got) >= 0).all())
