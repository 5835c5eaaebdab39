"""The logarithm is that of the number of rows: P is the number of all pixels, in the logarithm as well."""

see = "convolution_theorem#what-each-costs"


def operation_counts(image_shape, kernel_shape):
    pixels, weights = np.prod(image_shape, dtype=float), np.prod(kernel_shape, dtype=float)
    padded = np.add(image_shape, kernel_shape) - 1.0
    return 2 * pixels * weights, 2 * pixels * np.sum(kernel_shape), (15 * np.log2(padded[0]) + 6) * padded.prod()
