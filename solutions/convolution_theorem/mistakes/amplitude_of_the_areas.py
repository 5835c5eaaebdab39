"""The amplitude is the product of the areas: the area under the result is that, its height is √(π/(a + b))."""

see = "convolution_theorem#gaussians-are-associative"


def convolve_gaussians(first, second):
    (height, a), (other_height, b) = first, second
    return height * other_height * np.pi / np.sqrt(a * b), a * b / (a + b)
