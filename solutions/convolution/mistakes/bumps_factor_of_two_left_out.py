"""The factor of 2 is missing: the sum of two exponentials is twice a cosine, their difference 2i times a sine."""

see = "convolution#two-copies-make-fringes"

_difference_transform, _sum_transform = difference_transform, sum_transform


def difference_transform(u):
    return _difference_transform(u) / 2


def sum_transform(u):
    return _sum_transform(u) / 2


own_difference, own_sum = own_difference / 2, own_sum / 2
