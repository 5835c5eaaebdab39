"""What is beyond one end comes back in at the other: negative indices and remainders wrap round; cut the copy off instead."""

see = "convolution#round-the-corner"

def stamp(pattern, positions, weights, n):
    signal = np.zeros(n)
    for position, weight in zip(positions, weights, strict=True):
        np.add.at(signal, (position - len(pattern) // 2 + np.arange(len(pattern))) % n, weight * np.asarray(pattern, dtype=float))
    return signal
