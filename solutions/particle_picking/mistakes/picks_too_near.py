"""One particle is picked several times: no two centres are nearer than 160 Å, so let no two picks be."""
see = "cross_correlation#from-scores-to-coordinates"
_pick = pick


def pick(micrograph, templates, pixel_size):
    templates = np.asarray(templates, dtype=float)
    image = ndimage.zoom(-np.asarray(micrograph, dtype=float), 0.5, order=1, mode="grid-constant", grid_mode=True)
    mask = np.hypot(*(np.indices((32, 32)) - 16)) * 2 * pixel_size <= 85
    views = [templates[0], *(rotate_template(templates[1], angle) for angle in range(0, 180, 12))]
    maps = [normalised_cross_correlation(image, view[::2, ::2], mask) for view in views]
    peaks = find_peaks(np.max(maps, axis=0), 0, 0.25)
    return np.column_stack([2 * peaks, (np.argmax(maps, axis=0) > 0)[tuple(peaks.T)]])


def agrees(function, arguments, got):
    if function != "pick":
        return False
    right, got = _pick(*arguments)[:, :2], np.asarray(got, dtype=float)[:, :2]
    near = np.hypot(right[:, None, 0] - got[:, 0], right[:, None, 1] - got[:, 1]) * arguments[2] <= 70
    return near.any(axis=1).mean() >= 0.7 and near.sum() >= 1.3 * near.any(axis=1).sum()
