"""The full convolution is cut from (M − 1) // 2 on, as SciPy does it: for an even M that is one pixel off; the house's origin is M // 2."""

see = "convolution_theorem#images-and-kernels-of-different-sizes"


def convolve_same(image, kernel):
    (rows, columns), (top, left) = np.shape(image), ((m - 1) // 2 for m in np.shape(kernel))
    return convolve_full(image, kernel)[top : top + rows, left : left + columns]
