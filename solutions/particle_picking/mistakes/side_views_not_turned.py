"""The side view is tried at one angle only: turn it to every angle over a half turn, and keep the best score."""
see = "cross_correlation#turn-the-template"
_pick = pick


def pick(micrograph, templates, pixel_size):
    templates = np.asarray(templates, dtype=float)
    image = ndimage.zoom(-np.asarray(micrograph, dtype=float), 0.5, order=1, mode="grid-constant", grid_mode=True)
    mask = np.hypot(*(np.indices((32, 32)) - 16)) * 2 * pixel_size <= 85
    top = normalised_cross_correlation(image, templates[0, ::2, ::2], mask)
    turned = [rotate_template(templates[1], a)[::2, ::2] for a in [0]]
    sides = np.max([normalised_cross_correlation(image, view, mask) for view in turned], axis=0)
    peaks = find_peaks(np.maximum(top, sides), 60 / pixel_size, 0.29)
    return np.column_stack([2 * peaks, (sides > top)[tuple(peaks.T)]])


def _found(arguments, got):
    """What the reference picks, as rows (y, x, view, angle), and which of it are among `got`."""
    micrograph, templates, pixel_size = arguments
    right, got = _pick(*arguments), np.asarray(got, dtype=float)
    half, turned = templates.shape[-1] // 2, [rotate_template(templates[1], a) for a in range(0, 180, 15)]
    patches = [-micrograph[int(y) - half : int(y) + half, int(x) - half : int(x) + half] for y, x, _ in right]
    angles = [15 * np.argmax([np.vdot(patch, t) for t in turned]) for patch in patches]
    distances = np.hypot(right[:, None, 0] - got[:, 0], right[:, None, 1] - got[:, 1]) * pixel_size
    return np.column_stack([right, angles]), distances.min(axis=1) <= 30


def agrees(function, arguments, got):
    if function != "pick":
        return False
    right, hit = _found(arguments, got)
    side, along = right[:, 2] == 1, np.abs((right[:, 3] + 90) % 180 - 90) <= 15
    if not (side & along).any() or not (side & ~along).any():
        return False
    return bool(hit[~side].mean() >= 0.7 and hit[side & along].mean() >= 0.5 and hit[side & ~along].mean() <= 0.3)
