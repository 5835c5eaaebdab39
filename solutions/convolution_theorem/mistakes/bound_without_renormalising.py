"""Only what lies outside is counted: the kernel is divided by its own sum, so that inside it is too large by as much again."""

see = "convolution_theorem#a-truncated-kernel"
_bound = truncation_error


def truncation_error(sigma, pixel_size, radius):
    return _bound(sigma, pixel_size, radius) / 2
