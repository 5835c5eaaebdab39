"""The transform of the single bump is left out: fringes times exp(-πu²), not fringes alone."""

see = "convolution#two-copies-make-fringes"

def difference_transform(u):
    return -2j * np.sin(4 * np.pi * np.asarray(u, dtype=float))


def sum_transform(u):
    return 2 * np.cos(4 * np.pi * np.asarray(u, dtype=float))


mine = my_numbers(student_id)
own_difference = -2j * np.sin(2 * np.pi * mine["d"] * mine["u"])
own_sum = 2 * np.cos(2 * np.pi * mine["d"] * mine["u"])
