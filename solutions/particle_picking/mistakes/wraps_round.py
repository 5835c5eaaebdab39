"""At the border the template continues on the other side of the image: score 0 where its array would hang over the edge."""
see = "cross_correlation#normalised-cross-correlation"
_ncc = normalised_cross_correlation


def normalised_cross_correlation(image, template, mask):
    h, w = np.shape(template)
    score = _ncc(np.pad(np.asarray(image, dtype=float), ((h, h), (w, w)), mode="wrap"), template, mask)
    return score[h:-h, w:-w]
