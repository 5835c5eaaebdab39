"""The transforms are counted at the size of the image: both arrays are padded to n + m − 1."""

see = "convolution_theorem#what-each-costs"
_counts = operation_counts


def operation_counts(image_shape, kernel_shape):
    return *_counts(image_shape, kernel_shape)[:2], _counts(image_shape, (1, 1))[2]
