"""Outside of the image its rim is repeated: here it is zero outside."""

see = "convolution_theorem#circular-and-linear"


def convolve_direct(image, kernel):
    image, kernel = np.asarray(image), np.asarray(kernel)
    (rows, columns), (down, across) = image.shape, kernel.shape
    padded = np.pad(image, ((down, down), (across, across)), mode="edge")
    total = np.zeros(image.shape, dtype=complex)
    for (y, x), weight in np.ndenumerate(kernel):
        top, left = down + down // 2 - y, across + across // 2 - x
        total += weight * padded[top : top + rows, left : left + columns]
    return total
