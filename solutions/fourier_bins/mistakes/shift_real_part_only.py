"""The imaginary part of complex samples is lost: only for real samples may the real part be taken."""

see = "fourier_transform#shift"


_shift = shift


def shift(samples, pixel_size, distance):
    return _shift(samples, pixel_size, distance).real
