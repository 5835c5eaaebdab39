"""The loss is counted in one direction: an area shrinks in two."""

see = "convolution#choosing-the-magnification"

area_ratio = 2.35 / 3 / pixel_size
