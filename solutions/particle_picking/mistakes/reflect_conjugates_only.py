"""The template is conjugated where it should be reflected too: conjugating the transform is the one, conjugating the picture the other."""
see = "cross_correlation#correlation-and-convolution"


def reflect(template):
    return np.conj(template)
