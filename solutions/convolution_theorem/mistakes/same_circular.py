"""The image wraps around at its border: it has to be padded with zeros by at least half the kernel."""

see = "convolution_theorem#circular-and-linear"


def convolve_same(image, kernel):
    rows, columns = np.shape(image)
    total = np.zeros((rows, columns), dtype=complex)
    for (y, x), weight in np.ndenumerate(np.asarray(kernel)):
        total += weight * np.roll(image, (y - np.shape(kernel)[0] // 2, x - np.shape(kernel)[1] // 2), axis=(0, 1))
    return total
