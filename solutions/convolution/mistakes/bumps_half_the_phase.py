"""The phase is 2πu, that of a shift by 1: the bumps are shifted by 2, which is 4πu."""

see = "convolution#two-copies-make-fringes"

def difference_transform(u):
    u = np.asarray(u, dtype=float)
    return -2j * np.sin(2 * np.pi * u) * np.exp(-np.pi * u**2)


def sum_transform(u):
    u = np.asarray(u, dtype=float)
    return 2 * np.cos(2 * np.pi * u) * np.exp(-np.pi * u**2)


mine = my_numbers(student_id)
height = 2 * mine["w"] * np.exp(-np.pi * (mine["w"] * mine["u"]) ** 2)
own_difference = -1j * height * np.sin(np.pi * mine["d"] * mine["u"])
own_sum = height * np.cos(np.pi * mine["d"] * mine["u"])
first_zero_of_difference, first_zero_of_sum = 1 / mine["d"], 1 / (2 * mine["d"])
