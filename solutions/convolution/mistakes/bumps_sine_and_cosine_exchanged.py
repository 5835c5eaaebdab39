"""Sine and cosine are exchanged: what is equal on both sides of the origin leaves cosines, what has opposite signs leaves sines."""

see = "convolution#two-copies-make-fringes"

def difference_transform(u):
    u = np.asarray(u, dtype=float)
    return -2j * np.cos(4 * np.pi * u) * np.exp(-np.pi * u**2)


def sum_transform(u):
    u = np.asarray(u, dtype=float)
    return 2 * np.sin(4 * np.pi * u) * np.exp(-np.pi * u**2)


mine = my_numbers(student_id)
height = 2 * mine["w"] * np.exp(-np.pi * (mine["w"] * mine["u"]) ** 2)
own_difference = -1j * height * np.cos(2 * np.pi * mine["d"] * mine["u"])
own_sum = height * np.sin(2 * np.pi * mine["d"] * mine["u"])
first_zero_of_difference, first_zero_of_sum = first_zero_of_sum, first_zero_of_difference
