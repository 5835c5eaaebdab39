"""The three Euler angles are uniform, which crowds the poles: the tilt needs a uniform cosine, not a uniform angle."""
see = "quaternions#draw-rotations-at-random"


def random_rotations(n, seed):
    rot, tilt, psi = np.pi * np.random.default_rng(seed).random((3, n)) * [[2], [1], [2]]
    total, difference = (rot + psi) / 2, (psi - rot) / 2
    return np.stack([np.cos(tilt / 2) * np.cos(total), np.sin(tilt / 2) * np.sin(difference),
                     np.sin(tilt / 2) * np.cos(difference), np.cos(tilt / 2) * np.sin(total)], axis=1)


def agrees(function, arguments, got):
    if function != "random_rotations" or len(got) < 1000:
        return False
    r = np.array([to_matrix(q) for q in np.asarray(got, dtype=float)])  # one entry is the cosine or the sine of a uniform angle
    return bool(abs((r**2).mean(axis=0).max() - 0.5) < 0.02 and abs(r.mean(axis=0)).max() < 0.03)
