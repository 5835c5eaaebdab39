"""In real space the kernel's origin is taken at (M − 1) // 2: for an even M that is one pixel off."""

see = "convolution_theorem#images-and-kernels-of-different-sizes"
_direct = convolve_direct


def convolve_direct(image, kernel):
    ends = [(0, 1 - m % 2) for m in np.shape(kernel)]
    return _direct(np.asarray(image), np.pad(kernel, [(after, before) for before, after in ends]))
