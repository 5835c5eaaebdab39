"""The bins reach half a step to either side of k/L, like the shells of a resolution curve: here bin k begins at k/L."""

see = "fourier_transform#bins-of-a-box"
_mine = my_numbers(student_id)
_box, _last = _mine["n"] * _mine["pixel_size"], (_mine["n"] - 1) // 2
first_bin, second_bin, last_bin = (np.inf, 256.0), (256.0, 128 / 1.5), (128 / 63.5, 2.0)
own_second_bin, own_last_bin = (2 * _box, _box / 1.5), (_box / (_last - 0.5), _box / (_last + 0.5))
