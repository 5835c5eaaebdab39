"""The picks are given as (x, y): rows (y, x, view) were asked for, although .star files have x first."""
see = "cross_correlation#from-scores-to-coordinates"
_pick = pick


def pick(micrograph, templates, pixel_size):
    return _pick(micrograph, templates, pixel_size)[:, [1, 0, 2]]


def agrees(function, arguments, got):
    if function != "pick":
        return False
    right, got = _pick(*arguments)[:, :2], np.asarray(got, dtype=float)
    as_given, swapped = (precision_recall(got[:, order], right, 30 / arguments[2])[1] for order in ([0, 1], [1, 0]))
    return swapped >= 0.7 and as_given <= 0.4
