"""The sum over pixels runs over in a small type of whole numbers: convert the images to float or complex first."""

see = "convolution#the-sum"


def convolve2d(f, h):
    f, h = np.asarray(f), np.asarray(h)
    result = np.zeros(np.add(f.shape, h.shape) - 1, dtype=np.result_type(f, h))
    for y, x in np.ndindex(*f.shape):
        result[y : y + h.shape[0], x : x + h.shape[1]] += f[y, x] * h
    return result
