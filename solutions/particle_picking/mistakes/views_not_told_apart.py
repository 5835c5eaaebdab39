"""Every pick has the same view, although both views are picked: note for each pixel which template gave the best score."""
see = "cross_correlation#from-scores-to-coordinates"
_pick = pick


def pick(micrograph, templates, pixel_size):
    return _pick(micrograph, templates, pixel_size) * [1, 1, 0]


def agrees(function, arguments, got):
    if function != "pick":
        return False
    right, got = _pick(*arguments), np.asarray(got, dtype=float)
    _, recall = precision_recall(got[:, :2], right[:, :2], 30 / arguments[2])
    return recall >= 0.7 and len(np.unique(got[:, 2])) == 1
