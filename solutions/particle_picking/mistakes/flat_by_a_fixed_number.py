"""Flat patches are told by a fixed number: compare their deviation with one thousandth of the whole image's, whatever its unit."""
see = "cross_correlation#normalised-cross-correlation"


def normalised_cross_correlation(image, template, mask):
    image, template, mask = np.asarray(image, dtype=float), np.asarray(template, dtype=float), np.asarray(mask) != 0
    windows = np.lib.stride_tricks.sliding_window_view(image, template.shape)
    patches, t = windows[:, :, mask], template[mask]
    centred = patches - patches.mean(axis=2, keepdims=True)
    flat = patches.std(axis=2) <= 1e-6
    squares = np.where(flat, 1.0, (centred**2).sum(axis=2))
    score = np.where(flat, 0.0, centred @ (t - t.mean()) / np.sqrt(squares * ((t - t.mean()) ** 2).sum()))
    top, left = template.shape[0] // 2, template.shape[1] // 2
    out = np.zeros(image.shape)
    out[top : top + score.shape[0], left : left + score.shape[1]] = score
    return out
