"""The share inside the window is that along one axis: in two dimensions it is the square of it."""

see = "convolution_theorem#a-truncated-kernel"
_bound = truncation_error


def truncation_error(sigma, pixel_size, radius):
    return 2 - 2 * np.sqrt(1 - _bound(sigma, pixel_size, radius) / 2)
