"""Nearly all particles are picked, and much of the noise besides: the threshold is too low."""
see = "cross_correlation#from-scores-to-coordinates"
_pick = pick


def pick(micrograph, templates, pixel_size):
    templates = np.asarray(templates, dtype=float)
    image = ndimage.zoom(-np.asarray(micrograph, dtype=float), 0.5, order=1, mode="grid-constant", grid_mode=True)
    mask = np.hypot(*(np.indices((32, 32)) - 16)) * 2 * pixel_size <= 85
    top = normalised_cross_correlation(image, templates[0, ::2, ::2], mask)
    turned = [rotate_template(templates[1], a)[::2, ::2] for a in range(0, 180, 12)]
    sides = np.max([normalised_cross_correlation(image, view, mask) for view in turned], axis=0)
    peaks = find_peaks(np.maximum(top, sides), 75 / pixel_size, 0.18)
    return np.column_stack([2 * peaks, (sides > top)[tuple(peaks.T)]])


def agrees(function, arguments, got):
    if function != "pick":
        return False
    right, got = _pick(*arguments)[:, :2], np.asarray(got, dtype=float)[:, :2]
    precision, recall = precision_recall(got, right, 30 / arguments[2])
    apart = np.hypot(got[:, None, 0] - got[:, 0], got[:, None, 1] - got[:, 1]) + 1e9 * np.eye(len(got))
    smooth = ndimage.uniform_filter(np.asarray(arguments[0], dtype=float), round(60 / arguments[2]))
    at = np.clip(np.rint(got).astype(int), 0, np.array(smooth.shape) - 1)
    dark = smooth[tuple(at.T)] < np.median(smooth) - 9 * np.median(np.abs(smooth - np.median(smooth)))
    return recall >= 0.85 and precision < 0.85 and np.percentile(apart.min(axis=1), 5) * arguments[2] > 80 and dark.mean() < 0.15
