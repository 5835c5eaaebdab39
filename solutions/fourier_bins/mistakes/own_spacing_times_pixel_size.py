"""The spacing of your bins is pixel_size/n: the pixel size belongs in the denominator. At 1 Å nobody sees it."""

see = "fourier_transform#bins-of-a-box"
own_bin_spacing = my_numbers(student_id)["pixel_size"] / my_numbers(student_id)["n"]
