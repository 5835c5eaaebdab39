"""The result has the size of the larger of the two arrays, as np.convolve's mode same does it: it has the size of the image."""

see = "convolution_theorem#images-and-kernels-of-different-sizes"


def convolve_same(image, kernel):
    top, left = (m // 2 for m in np.shape(kernel))
    rows, columns = np.maximum(np.shape(image), np.shape(kernel))
    return convolve_full(image, kernel)[top : top + rows, left : left + columns]
