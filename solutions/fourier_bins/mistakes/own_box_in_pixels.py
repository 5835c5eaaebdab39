"""Your box is measured in pixels: it is n·pixel_size long, and all answers change with it."""

see = "fourier_transform#bins-of-a-box"
_mine = my_numbers(student_id)
own_bin_spacing = 1 / _mine["n"]
own_second_bin = bin_lengths(_mine["n"], 1.0, 1)
own_last_bin = bin_lengths(_mine["n"], 1.0, (_mine["n"] - 1) // 2)
own_coarse_bins = count_bins(_mine["n"], 1.0, _mine["longest"], _mine["middle"])
own_fine_bins = count_bins(_mine["n"], 1.0, _mine["middle"], _mine["shortest"])
