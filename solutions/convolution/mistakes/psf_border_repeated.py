"""The border pixels are repeated outside of the frame: outside there is nothing, so nothing is smeared in."""

see = "convolution#round-the-corner"

def blur_with_psf(specimen, psf):
    psf = np.asarray(psf, dtype=float)
    wide = np.pad(np.asarray(specimen, dtype=float), [(n, n) for n in psf.shape], mode="edge")
    (ny, nx), (rows, columns) = np.shape(specimen), psf.shape
    top, left = rows + rows // 2, columns + columns // 2
    return convolve2d(wide, psf / psf.sum())[top : top + ny, left : left + nx]
