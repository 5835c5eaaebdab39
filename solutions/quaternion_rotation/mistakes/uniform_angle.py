"""The axis is random but the angle is uniform, so small turns are too frequent: angles occur as 1 − cos of the angle."""
see = "quaternions#draw-rotations-at-random"


def random_rotations(n, seed):
    generator = np.random.default_rng(seed)
    axis, half = generator.normal(size=(n, 3)), np.pi * generator.random((n, 1))
    return np.hstack([np.cos(half), np.sin(half) * axis / np.linalg.norm(axis, axis=1, keepdims=True)])


def agrees(function, arguments, got):
    if function != "random_rotations" or len(got) < 1000:
        return False
    return bool(np.allclose((np.asarray(got, dtype=float) ** 2).mean(axis=0), [1 / 2, 1 / 6, 1 / 6, 1 / 6], atol=0.02))
