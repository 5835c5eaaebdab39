"""The sum runs over in a small type of whole numbers: convert the signals to float or complex first."""

see = "convolution#the-sum"

def convolve(f, h):
    f, h = np.asarray(f), np.asarray(h)
    result = np.zeros(f.size + h.size - 1, dtype=np.result_type(f, h))
    for i in range(f.size):
        for j in range(h.size):
            result[i + j] += f[i] * h[j]
    return result
