"""The power spectrum counts as linear: it squares, so twice the signal gives four times the output."""

see = "fourier_transform#linearity"
linear_steps = ["transform", "power_spectrum", "low_pass", "subtract_mean", "turn_contrast", "move_three_pixels"]
