"""The filter has frequency 0 in the middle: numpy's order has it at [0, 0]."""

see = "convolution_theorem#three-filters-in-both-spaces"
_filter = gaussian_transfer


def gaussian_transfer(shape, pixel_size, sigma):
    return np.fft.fftshift(_filter(shape, pixel_size, sigma))
