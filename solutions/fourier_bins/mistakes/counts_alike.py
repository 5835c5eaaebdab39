"""Both ranges get as many bins, since each halves the length: bins are equally wide in frequency, so the finer range has twice as many."""

see = "fourier_transform#bins-of-a-box"
_mine = my_numbers(student_id)
fine_bins = coarse_bins
own_fine_bins = own_coarse_bins = count_bins(_mine["n"], _mine["pixel_size"], _mine["longest"], _mine["middle"])
