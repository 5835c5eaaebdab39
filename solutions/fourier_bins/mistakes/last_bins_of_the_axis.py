"""The last bin is taken for one that begins at Nyquist: it ends there, or nothing in it could be told from lower frequencies."""

see = "fourier_transform#bins-of-a-box"
_mine = my_numbers(student_id)
_box, _last = _mine["n"] * _mine["pixel_size"], _mine["n"] // 2
last_bin = (2.0, 128 / 65)
own_last_bin = (_box / _last, _box / (_last + 1))
