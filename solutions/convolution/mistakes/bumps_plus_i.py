"""The minus sign is lost: a bump at +2 turns by exp(-4πi u), so the difference has -2i in front of the sine."""

see = "convolution#two-copies-make-fringes"

_difference_transform = difference_transform


def difference_transform(u):
    return -_difference_transform(u)


own_difference = -own_difference
