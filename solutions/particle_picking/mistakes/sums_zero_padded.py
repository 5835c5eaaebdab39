"""Beyond the edge the image is taken as zero: this correlation is circular, an index beyond the edge begins again on the other side."""
see = "cross_correlation#two-dimensions"


def correlate_by_sums(image, template):
    image, template = np.asarray(image) * 1.0, np.asarray(template) * 1.0
    rows, columns = image.shape
    padded = np.zeros((2 * rows, 2 * columns), dtype=image.dtype)
    padded[:rows, :columns] = image
    return np.array([[np.vdot(template, padded[y : y + rows, x : x + columns]) for x in range(columns)] for y in range(rows)])
