"""The spacing is the length of the box in Å: it is one over that, in 1/Å."""

see = "fourier_transform#bins-of-a-box"
bin_spacing = 128.0
own_bin_spacing = my_numbers(student_id)["n"] * my_numbers(student_id)["pixel_size"]
