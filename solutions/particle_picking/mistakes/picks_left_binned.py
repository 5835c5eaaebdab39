"""The picks are pixels of the binned micrograph: multiply them by the binning."""
see = "cross_correlation#from-scores-to-coordinates"
_pick = pick


def pick(micrograph, templates, pixel_size):
    return _pick(micrograph, templates, pixel_size) / [2, 2, 1]


def agrees(function, arguments, got):
    if function != "pick":
        return False
    right, got = _pick(*arguments)[:, :2], np.asarray(got, dtype=float)[:, :2]
    as_given, *scaled = (precision_recall(factor * got, right, 30 / arguments[2])[1] for factor in (1, 2, 3, 4, 8))
    return max(scaled) >= 0.7 and as_given <= 0.4
