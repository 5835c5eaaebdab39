"""The kernel is not turned round, image[p + q] instead of image[p − q]: that is a cross-correlation."""

see = "convolution_theorem#circular-and-linear"
_same = convolve_same


def convolve_same(image, kernel):
    rows, columns = np.shape(kernel)
    turned = np.zeros((rows + 1 - rows % 2, columns + 1 - columns % 2), dtype=complex)
    turned[-rows:, -columns:] = np.asarray(kernel)[::-1, ::-1]  # an even kernel gets a row of zeros, so that its origin stays where it was
    if rows % 2 == 0:
        turned[:rows], turned[-1] = turned[1:].copy(), 0
    if columns % 2 == 0:
        turned[:, :columns], turned[:, -1] = turned[:, 1:].copy(), 0
    return _same(image, turned)
