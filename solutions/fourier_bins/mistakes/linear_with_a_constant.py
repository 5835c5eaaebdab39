"""Adding a constant counts as linear: a linear step makes zero of zero, and this one does not."""

see = "fourier_transform#linearity"
linear_steps = ["transform", "low_pass", "subtract_mean", "add_background", "turn_contrast", "move_three_pixels"]
