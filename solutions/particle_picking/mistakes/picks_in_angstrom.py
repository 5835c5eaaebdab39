"""The picks are in Å: pixels of the micrograph were asked for."""
see = "cross_correlation#from-scores-to-coordinates"
_pick = pick


def pick(micrograph, templates, pixel_size):
    return _pick(micrograph, templates, pixel_size) * [pixel_size, pixel_size, 1]


def agrees(function, arguments, got):
    if function != "pick":
        return False
    right, got = _pick(*arguments)[:, :2], np.asarray(got, dtype=float)[:, :2]
    as_given, scaled = (precision_recall(got / unit, right, 30 / arguments[2])[1] for unit in (1, arguments[2]))
    return scaled >= 0.7 and as_given <= 0.4
