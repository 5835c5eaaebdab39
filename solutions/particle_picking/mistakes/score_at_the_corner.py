"""The score stands where the template's corner [0, 0] lies: it belongs at the centre, h // 2 and w // 2 further."""
see = "cross_correlation#normalised-cross-correlation"
_ncc = normalised_cross_correlation


def normalised_cross_correlation(image, template, mask):
    h, w = np.shape(template)
    return np.roll(_ncc(image, template, mask), (-(h // 2), -(w // 2)), axis=(0, 1))
