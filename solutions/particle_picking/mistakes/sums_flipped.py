"""The template runs backwards, which makes a convolution: in a correlation image and template run in the same direction."""
see = "cross_correlation#correlation-and-convolution"


def correlate_by_sums(image, template):
    image, template = np.asarray(image) * 1.0, np.asarray(template) * 1.0
    rows, columns = image.shape
    return np.array([[sum(template[b, a] * image[(y - b) % rows, (x - a) % columns] for b in range(rows) for a in range(columns))
                      for x in range(columns)] for y in range(rows)])
