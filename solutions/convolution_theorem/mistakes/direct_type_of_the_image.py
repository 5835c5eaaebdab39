"""The sum has the type of the image: with a real image the imaginary part of a complex kernel is lost."""

see = "convolution_theorem#circular-and-linear"
_direct = convolve_direct


def convolve_direct(image, kernel):
    total = _direct(image, kernel)
    return total if np.iscomplexobj(image) else total.real
