"""The width is taken as 1, as in the homework: your bumps have a width of their own."""

see = "convolution#two-copies-make-fringes"

mine = my_numbers(student_id)
change = np.exp(-np.pi * mine["u"] ** 2 + np.pi * (mine["u"] * mine["w"]) ** 2) / mine["w"]
own_difference, own_sum = own_difference * change, own_sum * change
