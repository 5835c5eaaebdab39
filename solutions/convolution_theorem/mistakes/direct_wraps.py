"""The image is shifted with np.roll, which brings the other side in: outside of the image there are zeros."""

see = "convolution_theorem#circular-and-linear"


def convolve_direct(image, kernel):
    total = np.zeros(np.shape(image), dtype=complex)
    for (y, x), weight in np.ndenumerate(np.asarray(kernel)):
        total += weight * np.roll(image, (y - np.shape(kernel)[0] // 2, x - np.shape(kernel)[1] // 2), axis=(0, 1))
    return total
