"""The result is cut to the frame of the first image: the full one has ny + my - 1 rows and nx + mx - 1 columns."""

see = "convolution#even-sides"

_convolve2d = convolve2d


def convolve2d(f, h):
    (rows, columns), (ny, nx) = np.shape(h), np.shape(f)
    return _convolve2d(f, h)[rows // 2 : rows // 2 + ny, columns // 2 : columns // 2 + nx]
