"""Where deltas or copies meet only the last is kept, as by `a[index] += v` with a repeated index: add each to what is there."""

see = "convolution#copies-at-every-delta"

def deltas(positions, weights, n):
    signal = np.zeros(n)
    signal[np.asarray(positions, dtype=int)] += weights
    return signal


def stamp(pattern, positions, weights, n):
    signal = np.zeros(n)
    for position, weight in zip(positions, weights, strict=True):
        for index, value in enumerate(pattern):
            pixel = position - len(pattern) // 2 + index
            if 0 <= pixel < n:
                signal[pixel] = weight * value
    return signal
