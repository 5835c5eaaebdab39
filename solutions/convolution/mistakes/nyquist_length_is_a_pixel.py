"""The Nyquist length is taken as one pixel: the shortest period needs two."""

see = "convolution#sampling-and-nyquist"

nyquist_length = 14e4 / 100_000
magnification_needed = 14e4 / (2.35 * 2 / 3)
area_ratio = (2.35 * 2 / 3 / pixel_size) ** 2
