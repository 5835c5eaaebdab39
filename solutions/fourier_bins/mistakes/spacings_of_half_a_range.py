"""The spacing is Nyquist divided by n: there are n bins from −Nyquist to +Nyquist, and n/2 on one side."""

see = "fourier_transform#bins-of-a-box"
bin_spacing = 0.5 / 128
own_bin_spacing = 0.5 / (my_numbers(student_id)["n"] * my_numbers(student_id)["pixel_size"])
