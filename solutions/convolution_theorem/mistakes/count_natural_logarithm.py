"""The logarithm is the natural one: an FFT halves its array log₂ P times."""

see = "convolution_theorem#what-each-costs"


def operation_counts(image_shape, kernel_shape):
    pixels, weights = np.prod(image_shape, dtype=float), np.prod(kernel_shape, dtype=float)
    padded = np.prod(np.add(image_shape, kernel_shape) - 1.0)
    return 2 * pixels * weights, 2 * pixels * np.sum(kernel_shape), (15 * np.log(padded) + 6) * padded
