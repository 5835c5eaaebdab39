"""The frequencies stay in cycles per pixel: sigma is in Å, so they have to be in 1/Å."""

see = "convolution_theorem#three-filters-in-both-spaces"
_filter = gaussian_transfer


def gaussian_transfer(shape, pixel_size, sigma):
    return _filter(shape, 1.0, sigma)
