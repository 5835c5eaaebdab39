"""Only bins that lie in the range from end to end are counted: a bin counts if it begins there."""

see = "fourier_transform#bins-of-a-box"
_mine = my_numbers(student_id)
coarse_bins, fine_bins = 12, 25
own_coarse_bins = count_bins(_mine["n"], _mine["pixel_size"], _mine["longest"], _mine["middle"]) - 1
own_fine_bins = count_bins(_mine["n"], _mine["pixel_size"], _mine["middle"], _mine["shortest"]) - 1
