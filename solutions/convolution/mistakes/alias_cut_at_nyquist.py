"""Frequencies above Nyquist are set to Nyquist: they do not stop there but come back down."""

see = "convolution#sampling-and-nyquist"

def aliased_frequency(spatial_frequency, pixel_size):
    return np.minimum(np.abs(np.asarray(spatial_frequency, dtype=float)), 0.5 / pixel_size)
