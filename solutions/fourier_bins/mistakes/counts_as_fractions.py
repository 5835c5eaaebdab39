"""The range is divided by the width of a bin: that is a fraction, and bins are counted whole, by where they begin."""

see = "fourier_transform#bins-of-a-box"
_mine = my_numbers(student_id)
coarse_bins, fine_bins = 12.8, 25.6
own_coarse_bins = _mine["n"] * _mine["pixel_size"] * (1 / _mine["middle"] - 1 / _mine["longest"])
own_fine_bins = _mine["n"] * _mine["pixel_size"] * (1 / _mine["shortest"] - 1 / _mine["middle"])
