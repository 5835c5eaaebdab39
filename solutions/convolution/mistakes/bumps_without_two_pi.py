"""The phase lacks 2π: frequencies are in cycles, so a shift by 2 turns by 2π · 2u, not by 2u."""

see = "convolution#two-copies-make-fringes"

def difference_transform(u):
    u = np.asarray(u, dtype=float)
    return -2j * np.sin(2 * u) * np.exp(-np.pi * u**2)


def sum_transform(u):
    u = np.asarray(u, dtype=float)
    return 2 * np.cos(2 * u) * np.exp(-np.pi * u**2)


mine = my_numbers(student_id)
height = 2 * mine["w"] * np.exp(-np.pi * (mine["w"] * mine["u"]) ** 2)
own_difference = -1j * height * np.sin(mine["d"] * mine["u"])
own_sum = height * np.cos(mine["d"] * mine["u"])
first_zero_of_difference, first_zero_of_sum = np.pi / mine["d"], np.pi / (2 * mine["d"])
