"""The widths 1/√a are added: it is their squares, the variances, that add."""

see = "convolution_theorem#gaussians-are-associative"


def convolve_gaussians(first, second):
    (height, a), (other_height, b) = first, second
    total = 1 / (a**-0.5 + b**-0.5) ** 2
    return height * other_height * np.sqrt(np.pi * total / (a * b)), total
