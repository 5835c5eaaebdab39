"""The envelope is exp(-π(u/w)²): a broad bump has a narrow transform, exp(-π(wu)²)."""

see = "convolution#two-copies-make-fringes"

mine = my_numbers(student_id)
change = np.exp(-np.pi * (mine["u"] / mine["w"]) ** 2 + np.pi * (mine["u"] * mine["w"]) ** 2)
own_difference, own_sum = own_difference * change, own_sum * change
