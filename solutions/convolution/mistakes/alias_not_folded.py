"""Only multiples of the sampling frequency are subtracted: what is then above Nyquist has to be folded back below it."""

see = "convolution#sampling-and-nyquist"

def aliased_frequency(spatial_frequency, pixel_size):
    return np.asarray(spatial_frequency, dtype=float) % (1 / pixel_size)
