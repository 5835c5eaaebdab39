"""Only the sum of products knows the mask: means and deviations, too, are those of the pixels under it."""
see = "cross_correlation#normalised-cross-correlation"


def normalised_cross_correlation(image, template, mask):
    image, template, mask = np.asarray(image, dtype=float), np.asarray(template, dtype=float), np.asarray(mask) != 0
    windows = np.lib.stride_tricks.sliding_window_view(image, template.shape)
    centred = windows - windows.mean(axis=(2, 3), keepdims=True)
    t = np.where(mask, template - template.mean(), 0)
    spread = windows.std(axis=(2, 3)) * template.std()
    score = np.where(windows.std(axis=(2, 3)) > 1e-3 * image.std(), np.einsum("yxab,ab->yx", centred, t) / np.maximum(spread, 1e-12), 0)
    out = np.zeros(image.shape)
    top, left = template.shape[0] // 2, template.shape[1] // 2
    out[top : top + score.shape[0], left : left + score.shape[1]] = score / mask.sum()
    return out
