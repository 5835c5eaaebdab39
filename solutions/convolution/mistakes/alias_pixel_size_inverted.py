"""The sampling frequency is taken as pixel_size: it is 1/pixel_size."""

see = "convolution#sampling-and-nyquist"

_aliased_frequency = aliased_frequency


def aliased_frequency(spatial_frequency, pixel_size):
    return _aliased_frequency(spatial_frequency, 1 / pixel_size)
