"""Only top views are picked: the side view is a template of its own, to be tried at every angle in the plane."""
see = "cross_correlation#turn-the-template"
_pick = pick


def pick(micrograph, templates, pixel_size):
    found = _pick(micrograph, templates, pixel_size)
    return found[found[:, 2] == 0]


def agrees(function, arguments, got):
    if function != "pick":
        return False
    right, got = _pick(*arguments), np.asarray(got, dtype=float)
    _, top = precision_recall(got[:, :2], right[right[:, 2] == 0, :2], 30 / arguments[2])
    _, side = precision_recall(got[:, :2], right[right[:, 2] == 1, :2], 30 / arguments[2])
    return top >= 0.7 and side <= 0.15
