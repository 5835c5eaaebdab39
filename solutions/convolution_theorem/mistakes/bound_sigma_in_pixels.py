"""sigma is compared with the radius as it is: it is in Å and the radius in pixels, so divide it by the pixel size."""

see = "convolution_theorem#a-truncated-kernel"
_bound = truncation_error


def truncation_error(sigma, pixel_size, radius):
    return _bound(sigma, 1.0, radius)
