"""The image is taken at y − k instead of y + k, so that every peak is at minus the shift."""
see = "cross_correlation#two-dimensions"


def correlate_by_sums(image, template):
    image, template = np.asarray(image) * 1.0, np.asarray(template) * 1.0
    rows, columns = image.shape
    return np.array([[np.vdot(template, np.roll(image, (y, x), axis=(0, 1))) for x in range(columns)] for y in range(rows)])
