"""The frequencies are folded at 1/pixel_size: a period needs two samples, so the fold is at 1/(2 pixel_size)."""

see = "convolution#sampling-and-nyquist"

_aliased_frequency = aliased_frequency


def aliased_frequency(spatial_frequency, pixel_size):
    return _aliased_frequency(spatial_frequency, pixel_size / 2)
