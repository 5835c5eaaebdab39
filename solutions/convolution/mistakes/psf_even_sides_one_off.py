"""The frame is cut at (n - 1) // 2 of the point-spread function, as SciPy's mode 'same' does: for even n everything moves by a pixel."""

see = "convolution#even-sides"

def blur_with_psf(specimen, psf):
    psf = np.asarray(psf, dtype=float)
    (ny, nx), top, left = np.shape(specimen), (psf.shape[0] - 1) // 2, (psf.shape[1] - 1) // 2
    return convolve2d(specimen, psf / psf.sum())[top : top + ny, left : left + nx]
