"""The image is conjugated instead of the template."""
see = "cross_correlation#why-products-measure-likeness"
_sums = correlate_by_sums


def correlate_by_sums(image, template):
    return np.conj(_sums(image, template))
