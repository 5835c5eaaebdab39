"""The bins of the negative side are counted as well: a length belongs to one bin of the positive side."""

see = "fourier_transform#bins-of-a-box"
_mine = my_numbers(student_id)
coarse_bins, fine_bins = 26, 52
own_coarse_bins = 2 * count_bins(_mine["n"], _mine["pixel_size"], _mine["longest"], _mine["middle"])
own_fine_bins = 2 * count_bins(_mine["n"], _mine["pixel_size"], _mine["middle"], _mine["shortest"])
