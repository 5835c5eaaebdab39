"""The amplitude is the product of the two amplitudes: the integral leaves a factor √(π/(a + b)); it is the areas that multiply."""

see = "convolution_theorem#gaussians-are-associative"


def convolve_gaussians(first, second):
    (height, a), (other_height, b) = first, second
    return height * other_height, a * b / (a + b)
