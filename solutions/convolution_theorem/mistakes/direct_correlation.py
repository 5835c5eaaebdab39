"""In real space the kernel is laid on the image without turning it round: image[p − q] belongs to kernel[q]."""

see = "convolution_theorem#circular-and-linear"


def convolve_direct(image, kernel):
    image, kernel = np.asarray(image), np.asarray(kernel)
    rows, columns = image.shape
    top, left = kernel.shape[0] // 2, kernel.shape[1] // 2
    padded = np.pad(image, ((top, kernel.shape[0]), (left, kernel.shape[1])))
    total = np.zeros(image.shape, dtype=complex)
    for (y, x), weight in np.ndenumerate(kernel):
        total += weight * padded[y : y + rows, x : x + columns]
    return total
