"""The wider range of lengths gets more bins: bins are equally wide in frequency, and 10 to 5 Å is the narrower range of frequencies."""

see = "fourier_transform#bins-of-a-box"
_mine = my_numbers(student_id)
coarse_bins, fine_bins = 26, 13
own_fine_bins = count_bins(_mine["n"], _mine["pixel_size"], _mine["longest"], _mine["middle"])
own_coarse_bins = count_bins(_mine["n"], _mine["pixel_size"], _mine["middle"], _mine["shortest"])
