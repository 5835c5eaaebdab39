"""What is smeared out of the frame comes back in at the other side: the transforms were multiplied without padding."""

see = "convolution#round-the-corner"

def blur_with_psf(specimen, psf):
    specimen, psf = np.asarray(specimen, dtype=float), np.asarray(psf, dtype=float)
    result = np.zeros(specimen.shape)
    for (y, x), value in np.ndenumerate(psf / psf.sum()):
        result += value * np.roll(specimen, (y - psf.shape[0] // 2, x - psf.shape[1] // 2), axis=(0, 1))
    return result
