"""The axis is folded once, at Nyquist: beyond 1/pixel_size it has to be folded again, at 0, and so on."""

see = "convolution#sampling-and-nyquist"


def aliased_frequency(spatial_frequency, pixel_size):
    s = np.abs(np.asarray(spatial_frequency, dtype=float))
    return np.where(s > 0.5 / pixel_size, 1 / pixel_size - s, s)
