"""The sum is kept in an array of the image's own kind: with whole numbers every contribution loses its fraction."""

see = "convolution_theorem#circular-and-linear"
_direct = convolve_direct


def convolve_direct(image, kernel):
    image, kernel = np.asarray(image), np.asarray(kernel)
    if image.dtype.kind not in "iu":
        return _direct(image, kernel)
    (rows, columns), (down, across) = image.shape, kernel.shape
    total = np.zeros((rows + down - 1, columns + across - 1), dtype=image.dtype)
    for (y, x), weight in np.ndenumerate(kernel):
        total[y : y + rows, x : x + columns] += (weight * image).astype(image.dtype)
    return total[down // 2 : down // 2 + rows, across // 2 : across // 2 + columns]
