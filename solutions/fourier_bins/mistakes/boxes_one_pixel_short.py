"""The box is taken to be n − 1 pixels long: n pixels are n pixel sizes long, edge to edge."""

see = "fourier_transform#bins-of-a-box"
bin_spacing = 1 / 127
own_bin_spacing = 1 / ((my_numbers(student_id)["n"] - 1) * my_numbers(student_id)["pixel_size"])
