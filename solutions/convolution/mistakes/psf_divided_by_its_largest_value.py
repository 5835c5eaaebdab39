"""The point-spread function is divided by its largest value: its sum has to be 1, not its peak."""

see = "convolution#smearing"

_blur_with_psf = blur_with_psf


def blur_with_psf(specimen, psf):
    return _blur_with_psf(specimen, psf) * (np.sum(psf) / np.max(psf))
