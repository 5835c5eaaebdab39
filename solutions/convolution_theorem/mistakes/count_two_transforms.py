"""Two transforms are counted: image, kernel and the way back are three."""

see = "convolution_theorem#what-each-costs"


def operation_counts(image_shape, kernel_shape):
    pixels, weights = np.prod(image_shape, dtype=float), np.prod(kernel_shape, dtype=float)
    padded = np.prod(np.add(image_shape, kernel_shape) - 1.0)
    return 2 * pixels * weights, 2 * pixels * np.sum(kernel_shape), (10 * np.log2(padded) + 6) * padded
