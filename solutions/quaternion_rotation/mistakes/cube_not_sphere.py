"""Points of a cube were normalised, so its corners are too frequent: keep only points inside the unit ball, or draw normal numbers."""
see = "quaternions#draw-rotations-at-random"


def random_rotations(n, seed):
    q = np.random.default_rng(seed).uniform(-1, 1, (n, 4))
    return q / np.linalg.norm(q, axis=1, keepdims=True)


def agrees(function, arguments, got):
    if function != "random_rotations" or len(got) < 1000:
        return False
    q = np.asarray(got, dtype=float)
    second, fourth = (q**2).mean(axis=0), (q**4).mean(axis=0)  # a normalised cube has a mean fourth power of 0.107, the sphere 0.125
    return bool((q < 0).any() and np.allclose(second, 0.25, atol=0.02) and np.allclose(fourth, 0.107, atol=0.004))
