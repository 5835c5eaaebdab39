"""A shift by half of an even size is reported as +N/2: the range begins at −(N // 2) and ends at (N − 1) // 2."""
see = "cross_correlation#read-the-shift"


def peak_shift(image, template):
    score = np.real(cross_correlate(image, template))
    peak = np.unravel_index(np.argmax(score), score.shape)
    return tuple(int(k) - n if k > n // 2 else int(k) for k, n in zip(peak, score.shape, strict=True))
