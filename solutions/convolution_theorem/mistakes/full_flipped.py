"""The kernel is turned round before the transform: pairing kernel[q] with image[p − q] is all the turning there is."""

see = "convolution_theorem#circular-and-linear"
_full = convolve_full


def convolve_full(image, kernel):
    return _full(image, np.asarray(kernel)[::-1, ::-1])
