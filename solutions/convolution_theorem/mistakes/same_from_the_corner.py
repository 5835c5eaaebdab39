"""The full convolution is cut from index 0 on, so that the filtered image is shifted by half the kernel: begin at M // 2."""

see = "convolution_theorem#images-and-kernels-of-different-sizes"


def convolve_same(image, kernel):
    rows, columns = np.shape(image)
    return convolve_full(image, kernel)[:rows, :columns]
