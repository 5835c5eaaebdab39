"""The spacing carries a factor 2π: a spatial frequency counts periods for each Å, not radians."""

see = "fourier_transform#bins-of-a-box"
bin_spacing = 2 * np.pi / 128
own_bin_spacing = 2 * np.pi / (my_numbers(student_id)["n"] * my_numbers(student_id)["pixel_size"])
