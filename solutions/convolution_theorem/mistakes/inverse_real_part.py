"""Only the real part of the result is returned: the image may be complex."""

see = "convolution_theorem#deconvolution-and-why-it-blows-up"
_inverse = inverse_filter


def inverse_filter(image, transfer):
    return _inverse(image, transfer).real
