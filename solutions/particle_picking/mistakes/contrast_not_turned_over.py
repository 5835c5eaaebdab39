"""The contrast is the wrong way round: protein is dark in the micrograph and bright in the templates."""
see = "cross_correlation#in-practice"
_pick = pick


def pick(micrograph, templates, pixel_size):
    templates = np.asarray(templates, dtype=float)
    image = ndimage.zoom(np.asarray(micrograph, dtype=float), 0.5, order=1, mode="grid-constant", grid_mode=True)
    mask = np.hypot(*(np.indices((32, 32)) - 16)) * 2 * pixel_size <= 85
    views = [templates[0], *(rotate_template(templates[1], angle) for angle in range(0, 180, 12))]
    maps = [normalised_cross_correlation(image, view[::2, ::2], mask) for view in views]
    peaks = find_peaks(np.max(maps, axis=0), 60 / pixel_size, 0.2)
    return np.column_stack([2 * peaks, (np.argmax(maps, axis=0) > 0)[tuple(peaks.T)]])


def agrees(function, arguments, got):
    if function != "pick":
        return False
    micrograph, templates, pixel_size = arguments
    right = _pick(*arguments)[:, :2]
    if len(got) > 5 * len(right) or precision_recall(np.asarray(got, dtype=float)[:, :2], right, 30 / pixel_size)[1] > 0.4:
        return False
    half, signs = templates.shape[-1] // 2, []
    turned = [rotate_template(templates[1], angle).ravel() for angle in range(0, 180, 15)]
    for y, x, view in np.asarray(got, dtype=float)[:60]:
        patch = micrograph[round(y) - half : round(y) + half, round(x) - half : round(x) + half].ravel()
        if patch.size == templates[0].size:
            likeness = [np.corrcoef(patch, t)[0, 1] for t in (turned if view else [templates[0].ravel()])]
            signs.append(max(likeness) + min(likeness))
    return sum(signs) > 0
