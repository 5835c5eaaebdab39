"""The point-spread function is used as it is: divide it by its sum, since smearing makes no intensity."""

see = "convolution#smearing"

_blur_with_psf = blur_with_psf


def blur_with_psf(specimen, psf):
    return _blur_with_psf(specimen, psf) * np.sum(psf)
