"""No factor is conjugated: for complex images the template's values stand conjugated in the sum."""
see = "cross_correlation#why-products-measure-likeness"
_sums = correlate_by_sums


def correlate_by_sums(image, template):
    return _sums(image, np.conj(template))
