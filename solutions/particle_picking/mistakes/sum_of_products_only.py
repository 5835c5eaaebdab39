"""The plain sum of products is returned: subtract the local mean and divide by the local deviation, or whatever is bright wins."""
see = "cross_correlation#normalised-cross-correlation"


def normalised_cross_correlation(image, template, mask):
    image, template, mask = np.asarray(image, dtype=float), np.asarray(template, dtype=float), np.asarray(mask) != 0
    windows = np.lib.stride_tricks.sliding_window_view(image, template.shape)
    patches, t = windows[:, :, mask], template[mask]
    score = patches @ t
    top, left = template.shape[0] // 2, template.shape[1] // 2
    out = np.zeros(image.shape)
    out[top : top + score.shape[0], left : left + score.shape[1]] = score
    return out
