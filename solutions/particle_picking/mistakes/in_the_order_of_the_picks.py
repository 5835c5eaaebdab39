"""Each pick takes the first free particle within reach: the nearest pairs are matched first, whatever the order."""
see = "cross_correlation#from-scores-to-coordinates"


def precision_recall(picked, truth, tolerance):
    free, matched = list(map(tuple, truth)), 0
    for y, x in picked:
        near = [(b, a) for b, a in free if np.hypot(y - b, x - a) <= tolerance]
        if near:
            free.remove(near[0])
            matched += 1
    return matched / max(len(picked), 1), matched / len(truth)
