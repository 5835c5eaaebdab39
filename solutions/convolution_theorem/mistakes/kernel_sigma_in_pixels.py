"""sigma is taken for a number of pixels: it is in Å, so divide it by the pixel size."""

see = "convolution_theorem#a-truncated-kernel"
_kernel = gaussian_kernel


def gaussian_kernel(sigma, pixel_size, truncate):
    return _kernel(sigma, 1.0, truncate)
