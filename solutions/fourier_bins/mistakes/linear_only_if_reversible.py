"""Steps that lose something are left out: a filter cannot be undone and is linear all the same."""

see = "fourier_transform#linearity"
linear_steps = ["transform", "turn_contrast", "move_three_pixels"]
