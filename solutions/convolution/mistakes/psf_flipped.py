"""The point-spread function is flipped, or a correlation is computed: it smears to the wrong side."""

see = "convolution#smearing"

def blur_with_psf(specimen, psf):
    specimen, psf = np.asarray(specimen, dtype=float), np.asarray(psf, dtype=float)
    (ny, nx), (rows, columns) = specimen.shape, psf.shape
    wide = np.pad(specimen, [(rows // 2, rows), (columns // 2, columns)])
    result = np.zeros((ny, nx))
    for y, x in np.ndindex(rows, columns):
        result += psf[y, x] / psf.sum() * wide[y : y + ny, x : x + nx]
    return result
