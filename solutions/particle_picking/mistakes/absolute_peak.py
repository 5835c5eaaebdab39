"""The largest absolute value is taken: a deep trough is the template with inverted contrast, not the template."""
see = "cross_correlation#read-the-shift"


def peak_shift(image, template):
    score = np.abs(cross_correlate(image, template))
    peak = np.unravel_index(np.argmax(score), score.shape)
    return tuple(int((k + n // 2) % n - n // 2) for k, n in zip(peak, score.shape, strict=True))
