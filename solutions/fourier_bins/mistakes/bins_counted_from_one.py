"""The bin from L to L/2 is called the first and the next the second: bin 0, with everything longer than the box, comes before it."""

see = "fourier_transform#bins-of-a-box"
_box = my_numbers(student_id)["n"] * my_numbers(student_id)["pixel_size"]
first_bin, second_bin = (128.0, 64.0), (64.0, 128 / 3)
own_second_bin = (_box / 2, _box / 3)
