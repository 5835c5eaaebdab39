"""The index of the peak is reported as it is: in the second half of the axis it stands for a negative shift, index minus N."""
see = "cross_correlation#read-the-shift"


def peak_shift(image, template):
    score = np.real(cross_correlate(image, template))
    return tuple(int(k) for k in np.unravel_index(np.argmax(score), score.shape))
