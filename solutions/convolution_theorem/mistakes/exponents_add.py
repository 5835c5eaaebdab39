"""The two a are added: that is the product of the Gaussians; for their convolution 1/a adds."""

see = "convolution_theorem#gaussians-are-associative"


def convolve_gaussians(first, second):
    (height, a), (other_height, b) = first, second
    return height * other_height, a + b
