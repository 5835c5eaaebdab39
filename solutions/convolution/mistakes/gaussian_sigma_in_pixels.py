"""The frequencies are in cycles for each pixel, so sigma counts as pixels: pass the pixel size to fftfreq, and sigma is in Å."""

see = "convolution#broad-here-narrow-there"

_gaussian_lowpass = gaussian_lowpass


def gaussian_lowpass(image, pixel_size, sigma):
    return _gaussian_lowpass(image, 1.0, sigma)
