"""The frame is cut at the first pixel of the full convolution: cut at n // 2 of the point-spread function, or the image moves."""

see = "convolution#even-sides"

def blur_with_psf(specimen, psf):
    psf = np.asarray(psf, dtype=float)
    return convolve2d(specimen, psf / psf.sum())[: np.shape(specimen)[0], : np.shape(specimen)[1]]
