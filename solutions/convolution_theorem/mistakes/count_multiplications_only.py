"""In real space only the multiplications are counted: each product is also added up."""

see = "convolution_theorem#what-each-costs"
_counts = operation_counts


def operation_counts(image_shape, kernel_shape):
    direct, separable, fourier = _counts(image_shape, kernel_shape)
    return direct / 2, separable / 2, fourier
