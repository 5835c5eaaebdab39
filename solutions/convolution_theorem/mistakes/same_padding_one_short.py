"""The image is padded by half the kernel less one pixel, so that one row and column wrap around: at least M // 2 zeros are needed."""

see = "convolution_theorem#images-and-kernels-of-different-sizes"


def convolve_same(image, kernel):
    (rows, columns), (top, left) = np.shape(image), (m // 2 for m in np.shape(kernel))
    padded = max(rows + top - 1, 1), max(columns + left - 1, 1)
    large = np.zeros(padded, dtype=complex)
    large[:rows, :columns] = np.asarray(image)[: padded[0], : padded[1]]
    total = np.zeros(padded, dtype=complex)
    for (y, x), weight in np.ndenumerate(np.asarray(kernel)):
        total += weight * np.roll(large, (y - top, x - left), axis=(0, 1))
    return total[:rows, :columns]
