"""sigma is multiplied by the pixel size: Å divided by Å per pixel are pixels."""

see = "convolution_theorem#a-truncated-kernel"
_kernel = gaussian_kernel


def gaussian_kernel(sigma, pixel_size, truncate):
    return _kernel(sigma, 1 / pixel_size, truncate)
